'use client'

import { Lightbulb } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'

/** Hints, one at a time and only when asked for. */
export function Hints({ hints }: { readonly hints: readonly ReactNode[] }) {
  const t = useTranslations('lesson.hint')
  const [shown, setShown] = useState(0)
  return (
    <>
      <div role="status" className="grid gap-3 empty:hidden">
        {hints.slice(0, shown).map((hint, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a hint's place is what it is known by
          <div key={index} className="border-accent border-l-2 pl-3 [&>*+*]:mt-2">
            <p className="text-faint text-sm">{t('label', { step: index + 1, total: hints.length })}</p>
            {hint}
          </div>
        ))}
      </div>
      {shown < hints.length && (
        <Button kind="quiet" className="-ml-3" onClick={() => setShown(shown + 1)}>
          <Lightbulb aria-hidden="true" className="size-4" />
          {shown === 0 ? t('next') : t('more')}
        </Button>
      )}
    </>
  )
}
