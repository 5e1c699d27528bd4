'use client'

import { Check, Play } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { actionWords } from '@/components/panels/lesson/action-words'
import { ImpossibleWords } from '@/components/panels/lesson/impossible-words'
import { useSteps } from '@/components/panels/lesson/steps-context'
import { ReferenceText } from '@/components/shared/reference-text'
import { Button } from '@/components/ui/button'
import type { Step } from '@/lib/lessons/model'

/** A button that does what the text speaks of. Its actions are one, or the same several times. */
export function ActionsBlock({ step }: { readonly step: Extract<Step, { type: 'actions' }> }) {
  const t = useTranslations('lesson.action')
  const locale = useLocale()
  const { ready, isDone, whyImpossible, together, send } = useSteps()
  const { actions, line } = step
  const [first] = actions
  if (!first) return null
  const action = actionWords(first, t, locale)
  const done = isDone(line)
  const impossible = whyImpossible(line)
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Button disabled={!ready} onClick={() => send(together(line))}>
        <Play aria-hidden="true" className="size-3.5" />
        <span>
          <ReferenceText text={actions.length === 1 ? action : t('times', { action, count: actions.length })} />
        </span>
      </Button>
      <span role="status" className={impossible ? 'text-muted' : 'text-good'}>
        {impossible && <ImpossibleWords reason={impossible} />}
        {done && !impossible && (
          <>
            <Check aria-hidden="true" className="size-4" />
            <span className="sr-only">{t('done')}</span>
          </>
        )}
      </span>
    </p>
  )
}
