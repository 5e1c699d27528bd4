'use client'

import { Lightbulb } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useLessonMemory } from '@/components/panels/lesson/lesson-memory'
import { useFocusHeir } from '@/components/shared/use-focus-heir'
import { Button } from '@/components/ui/button'

interface HintsProps {
  readonly task: string
  readonly hints: readonly ReactNode[]
}

/** Hints, one at a time and only when asked for. */
export function Hints({ task, hints }: HintsProps) {
  const t = useTranslations('lesson.hint')
  const [memory, setMemory] = useLessonMemory()
  const shown = memory.hints[task] ?? 0
  const last = useFocusHeir<HTMLDivElement>()

  function more(): void {
    if (shown + 1 === hints.length) last.expect()
    setMemory((before) => ({ ...before, hints: { ...before.hints, [task]: shown + 1 } }))
  }

  return (
    <>
      <div role="status" className="grid grid-cols-1 gap-3 empty:hidden">
        {hints.slice(0, shown).map((hint, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a hint's place is what it is known by
            key={index}
            ref={index + 1 === hints.length ? last.ref : null}
            tabIndex={-1}
            className="border-accent border-l-2 pl-3 [&>*+*]:mt-2"
          >
            <p className="text-faint text-sm">{t('label', { step: index + 1, total: hints.length })}</p>
            {hint}
          </div>
        ))}
      </div>
      {shown < hints.length && (
        <Button kind="quiet" className="-ml-3" onClick={more}>
          <Lightbulb aria-hidden="true" className="size-4" />
          {shown === 0 ? t('next') : t('more')}
        </Button>
      )}
    </>
  )
}
