'use client'

import { Redo2, RotateCcw, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePart, usePlayground, usePlaygroundActions } from '@/components/shared/context'
import { latestProcesses, serversProjection } from '@/lib/engine/trace/servers-at'
import { accepts } from '@/lib/playground/run-status'

/** Taking actions back, doing them again, and the server's restart. */
export function StoryControls() {
  const t = useTranslations('playground')
  const { undoAction, redoAction, restart, setCursor } = usePlaygroundActions()
  const canUndo = usePlayground((state) => state.story.length > 0)
  const canRedo = usePlayground((state) => state.undone.length > 0 && accepts(state.run))
  const ready = usePlayground((state) => accepts(state.run))
  const words = useTranslations('machine.servers')
  const several = usePart(serversProjection, (servers) => latestProcesses(servers).length > 1)
  const inThePast = usePlayground((state) => state.cursor !== null)
  return (
    <>
      {inThePast && (
        <button type="button" className="tool tool-outlined" onClick={() => setCursor(null)}>
          {t('timeline.present')}
        </button>
      )}
      <button
        type="button"
        className="tool"
        disabled={!canUndo}
        aria-label={t('timeline.undo')}
        title={t('timeline.undo')}
        onClick={undoAction}
      >
        <Undo2 aria-hidden="true" size={14} />
      </button>
      <button
        type="button"
        className="tool"
        disabled={!canRedo}
        aria-label={t('timeline.redo')}
        title={t('timeline.redo')}
        onClick={redoAction}
      >
        <Redo2 aria-hidden="true" size={14} />
      </button>
      <button
        type="button"
        className="tool tool-outlined"
        disabled={!ready}
        title={several ? words('restartAllHint') : t('timeline.restartHint')}
        onClick={restart}
      >
        <RotateCcw aria-hidden="true" size={14} />
        {several ? words('restartAll') : t('timeline.restart')}
      </button>
    </>
  )
}
