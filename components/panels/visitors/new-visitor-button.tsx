'use client'

import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { Button } from '@/components/ui/button'
import { accepts } from '@/lib/playground/run-status'

/** The first thing to do in every lesson, so it is the most visible button of the page. */
export function NewVisitorButton() {
  const t = useTranslations('playground')
  const { newVisitor } = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  return (
    <Button kind="primary" className="my-1" disabled={!ready} onClick={() => newVisitor()}>
      <UserPlus aria-hidden="true" size={16} />
      {t('visitors.new')}
    </Button>
  )
}
