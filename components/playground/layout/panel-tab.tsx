'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePlayground } from '@/components/shared/context'
import { shownCursor, shownLog } from '@/lib/playground/selectors'
import { type TellingPanel, toldBy } from '@/lib/playground/told-by-panels'

interface PanelTabProps {
  readonly panel: TellingPanel
  readonly isShown: boolean
}

/** What stands on the tab of a panel: its name, and a mark once it tells something else than when it was last in sight. */
export function PanelTab({ panel, isShown }: PanelTabProps) {
  const t = useTranslations('playground')
  const told = usePlayground((state) => toldBy(panel, shownLog(state), shownCursor(state)))
  const starting = usePlayground(({ run }) => run.phase === 'starting')
  const [seen, setSeen] = useState(told)
  // What a kept story has come to when the page is open is how the student left it, and no news.
  const [opening, setOpening] = useState(starting)
  if (opening && !starting) setOpening(false)
  const isSeen = isShown || opening
  if (isSeen && seen !== told) setSeen(told)
  return (
    <>
      {t(`panel.${panel}`)}
      {!isSeen && seen !== told && (
        <>
          <span aria-hidden="true" className="tab-news" title={t('layout.changed')} />{' '}
          <span className="sr-only">{t('layout.changed')}</span>
        </>
      )}
    </>
  )
}
