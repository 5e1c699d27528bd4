'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { askDesk, type DeskError } from '@/components/teach/desk-api'
import { ErrorWords } from '@/components/teach/error-words'
import { Button } from '@/components/ui/button'

/** Ends this sign-in, or all of them. */
export function SignOut() {
  const t = useTranslations('desk.signOut')
  const { refresh } = useRouter()
  const [error, setError] = useState<DeskError | null>(null)

  async function signOut(everywhere: boolean): Promise<void> {
    const answer = await askDesk('sign-out', 'POST', { everywhere })
    // Who is signed out already has what was wanted.
    if (answer.ok || answer.error === 'signed-out') refresh()
    else setError(answer)
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <p role="alert" className="text-bad text-sm empty:hidden">
        {error && <ErrorWords error={error} />}
      </p>
      <Button kind="quiet" onClick={() => void signOut(true)}>
        {t('everywhere')}
      </Button>
      <Button onClick={() => void signOut(false)}>{t('here')}</Button>
    </div>
  )
}
