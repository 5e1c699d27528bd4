'use client'

import './globals.css'
import { Button } from '@/components/ui/button'

/** Stands in when not even the frame of a page could be rendered: it can't know the language, so it speaks both. */
export default function GlobalError({ retry }: { readonly retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Barbershop</title>
        <main className="mx-auto grid max-w-xl gap-4 px-6 py-16">
          <h1 className="font-semibold text-2xl">
            This page broke · <span lang="zh-Hans">页面出错了</span>
          </h1>
          <p className="text-muted">
            It is a mistake of ours, not of yours. What you wrote and did is kept in this browser.
          </p>
          <p lang="zh-Hans" className="text-muted">
            这是我们的错，不是你的错。你写的代码和做过的操作都保存在这个浏览器里。
          </p>
          <Button kind="primary" onClick={retry} className="justify-self-start">
            Try again · <span lang="zh-Hans">再试一次</span>
          </Button>
        </main>
      </body>
    </html>
  )
}
