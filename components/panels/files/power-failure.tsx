'use client'

import { Zap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { accepts } from '@/lib/playground/run-status'

/** Lets the power fail in the middle of the next write. Once it is armed, nothing is left to press. */
export function PowerFailureButton({ armed }: { armed: boolean }) {
  const t = useTranslations('machine.files.power')
  const { crashInWrite } = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  return (
    <button
      type="button"
      className="tool tool-outlined"
      disabled={!ready || armed}
      title={t('hint')}
      onClick={crashInWrite}
    >
      <Zap aria-hidden="true" size={14} />
      {armed ? t('armed') : t('arm')}
    </button>
  )
}

/** Says what will happen, while it has not yet. Always there for screen readers, which hear of changes only in what stays. */
export function PowerFailure({ armed }: { armed: boolean }) {
  const t = useTranslations('machine.files.power')
  return (
    <div role="status">
      {armed && (
        <p className="border-b border-line bg-warn-soft px-3 py-1.5 text-xs text-warn">
          <strong className="font-semibold">{t('armed')}</strong> {t('armedHint')}
        </p>
      )}
    </div>
  )
}
