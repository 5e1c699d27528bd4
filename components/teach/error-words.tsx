'use client'

import { useTranslations } from 'next-intl'
import type { DeskError } from '@/components/teach/desk-api'

/** What went wrong, and what to do, in a person's words. */
export function ErrorWords({ error }: { readonly error: DeskError }): string {
  const t = useTranslations('desk')
  if (error.files) return t(`files.${error.files.objection}`, { path: error.files.path })
  return t(`error.${error.error}`, { seconds: error.seconds ?? 0 })
}
