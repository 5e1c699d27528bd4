'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlaygroundActions } from '@/components/shared/context'
import type { Replacement } from '@/lib/playground/state'

/** What was reset or replaced, and the way back. */
export function ReplacementNotice({ replacement, onDismiss }: { replacement: Replacement; onDismiss: () => void }) {
  const t = useTranslations('playground')
  const { undoReplacement } = usePlaygroundActions()
  return (
    <p className="notice flex items-center gap-3">
      <span>{t(`replaced.${replacement.what}`, { file: replacement.file ?? '' })}</span>
      <button type="button" className="text-link" onClick={undoReplacement}>
        {t('replaced.undo')}
      </button>
      <button type="button" className="tool ml-auto" aria-label={t('replaced.dismiss')} onClick={onDismiss}>
        <X aria-hidden="true" size={14} />
      </button>
    </p>
  )
}
