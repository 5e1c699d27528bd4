'use client'

import { Play } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { actionWords } from '@/components/panels/lesson/action-words'
import { usePlayground, usePlaygroundActions } from '@/components/playground/context'
import { Button } from '@/components/ui/button'
import type { Action } from '@/lib/engine/story/action'
import { accepts } from '@/lib/playground/run-status'

/** A button that does what the text speaks of. Its actions are one, or the same several times. */
export function ActionsBlock({ actions }: { readonly actions: readonly Action[] }) {
  const t = useTranslations('lesson.action')
  const locale = useLocale()
  const { act } = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  const [first] = actions
  if (!first) return null
  const action = actionWords(first, t, locale)
  return (
    <p>
      <Button disabled={!ready} onClick={() => act(...actions)}>
        <Play aria-hidden="true" className="size-3.5" />
        {actions.length === 1 ? action : t('times', { action, count: actions.length })}
      </Button>
    </p>
  )
}
