'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** Shown in place of a page that threw. */
export default function PageError({ retry }: { readonly retry: () => void }) {
  const t = useTranslations('common')
  return (
    <main className="mx-auto grid max-w-xl gap-4 px-6 py-16">
      <h1 className="font-semibold text-2xl">{t('error.title')}</h1>
      <p className="text-muted">{t('error.text')}</p>
      <Button kind="primary" onClick={retry} className="justify-self-start">
        {t('error.retry')}
      </Button>
    </main>
  )
}
