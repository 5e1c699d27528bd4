'use client'

import '@/components/playground/editor.css'
import '@/components/playground/playground.css'
import '@/components/playground/sequence.css'
import '@/components/playground/session-colours.css'
import { type ReactNode, useEffect, useState } from 'react'
import { PlaygroundLayout } from '@/components/playground/layout/playground-layout'
import { PlaygroundProvider } from '@/components/shared/context'
import { createBrowserPlayground } from '@/lib/playground/browser-playground'
import type { PlaygroundLesson } from '@/lib/playground/lesson-props'

/** A lesson's playground: makes its store and its runtime once, starts the program, and lays out the panels. */
export function Playground({ lesson, children }: { lesson: PlaygroundLesson; children: ReactNode }) {
  return (
    <MountedPlayground key={JSON.stringify(lesson)} lesson={lesson}>
      {children}
    </MountedPlayground>
  )
}

function MountedPlayground({ lesson, children }: { lesson: PlaygroundLesson; children: ReactNode }) {
  const [store] = useState(() => createBrowserPlayground(lesson))
  useEffect(() => {
    const unmount = store.mount()
    window.addEventListener('pagehide', store.leave)
    return () => {
      window.removeEventListener('pagehide', store.leave)
      unmount()
    }
  }, [store])
  return (
    <PlaygroundProvider store={store}>
      <PlaygroundLayout>{children}</PlaygroundLayout>
    </PlaygroundProvider>
  )
}
