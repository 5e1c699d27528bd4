'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { SignInForm } from '@/components/teach/sign-in-form'

/** The desk's door. */
export function SignInPage() {
  const t = useTranslations('desk.signIn')
  const { refresh } = useRouter()
  return (
    <main id="content" className="mx-auto grid max-w-sm gap-5 px-6 py-16">
      <h1 className="font-semibold text-2xl">{t('title')}</h1>
      <p className="text-muted">{t('text')}</p>
      <SignInForm onSignedIn={refresh} />
    </main>
  )
}
