'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { askDesk, type DeskError } from '@/components/teach/desk-api'
import { ErrorWords } from '@/components/teach/error-words'
import { buttonStyle } from '@/components/ui/button-style'
import { useHydrated } from '@/components/ui/use-hydrated'

/** Asks for the desk's password. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const t = useTranslations('desk.signIn')
  const [password, setPassword] = useState('')
  const [waiting, setWaiting] = useState(false)
  const [error, setError] = useState<DeskError | null>(null)
  const id = useId()
  const hydrated = useHydrated()

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setWaiting(true)
    const answer = await askDesk('sign-in', 'POST', { password })
    setWaiting(false)
    if (answer.ok) onSignedIn()
    else setError(answer)
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-3">
      <label htmlFor={id} className="text-sm">
        {t('password')}
      </label>
      <input
        id={id}
        type="password"
        required
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        aria-describedby={`${id}-error`}
        className="field"
      />
      <p id={`${id}-error`} role="alert" className="text-bad text-sm empty:hidden">
        {error && <ErrorWords error={error} />}
      </p>
      <button type="submit" disabled={waiting || !hydrated} className={`${buttonStyle('primary')} justify-self-start`}>
        {waiting ? t('waiting') : t('submit')}
      </button>
    </form>
  )
}
