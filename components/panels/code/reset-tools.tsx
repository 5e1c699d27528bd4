'use client'

import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions } from '@/components/shared/context'

/** Back to the lesson's own files; both can be undone. */
export function ResetTools({ file }: { file: string }) {
  const t = useTranslations('playground')
  const { resetFile, resetLesson } = usePlaygroundActions()
  const edited = usePlayground((state) => file in state.edits)
  const touched = usePlayground((state) => Object.keys(state.edits).length > 0 || state.story.length > 0)
  return (
    <>
      <button type="button" className="tool" disabled={!edited} onClick={() => resetFile(file)}>
        {t('code.resetFile')}
      </button>
      <button type="button" className="tool" disabled={!touched} onClick={resetLesson}>
        {t('code.resetLesson')}
      </button>
    </>
  )
}
