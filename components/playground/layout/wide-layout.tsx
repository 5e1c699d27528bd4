'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CodePanel } from '@/components/panels/code/code-panel'
import { ConsolePanel } from '@/components/panels/console/console-panel'
import { CookieJarPanel } from '@/components/panels/cookie-jar/cookie-jar-panel'
import { ExchangesPanel } from '@/components/panels/exchanges/exchanges-panel'
import { SessionTablePanel } from '@/components/panels/session-table/session-table-panel'
import { TimelinePanel } from '@/components/panels/timeline/timeline-panel'
import { VisitorsPanel } from '@/components/panels/visitors/visitors-panel'
import { FilesPanel, RedisPanel } from '@/components/playground/layout/lazy-panels'
import { LessonPane } from '@/components/playground/layout/lesson-pane'
import { type GroupedPanel, PanelGroup } from '@/components/playground/layout/panel-group'
import { type Pane, Split } from '@/components/playground/layout/split'
import { RunNotice } from '@/components/playground/run-notice'
import { usePlaygroundLesson } from '@/components/shared/context'

/** Where servers keep what they remember: views of much the same, so they share a place. */
const STORES: readonly GroupedPanel[] = [
  { id: 'session-table', content: <SessionTablePanel /> },
  { id: 'files', content: <FilesPanel /> },
  { id: 'redis', content: <RedisPanel /> },
]

/** Lesson, program with visitors, and what can be seen, beside each other; time below. */
export function WideLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('playground')
  const { panels } = usePlaygroundLesson()
  const split = { separatorLabel: t('layout.separator') }
  const shown = (pane: Pane) => panels.some((name) => name === pane.id)

  const code: Pane = {
    id: 'code',
    size: 56,
    min: 120,
    content: (
      <div className="flex h-full min-h-0 flex-col">
        <div className="min-h-0 flex-1">
          <CodePanel />
        </div>
        <RunNotice />
      </div>
    ),
  }
  const middle = [code, ...[{ id: 'visitors', size: 44, min: 120, content: <VisitorsPanel /> }].filter(shown)]
  // In the lesson's own order: what it is about is in sight.
  const stores = panels.flatMap((name) => STORES.filter(({ id }) => id === name))
  const right = [
    ...[{ id: 'cookie-jar', size: 26, min: 80, content: <CookieJarPanel /> }].filter(shown),
    ...(stores.length === 0
      ? []
      : [{ id: 'stores', size: stores.length === 1 ? 22 : 35, min: 80, content: <PanelGroup panels={stores} /> }]),
    ...[{ id: 'exchanges', size: 46, min: 120, content: <ExchangesPanel /> }].filter(shown),
  ]
  const bottom = [
    ...[{ id: 'timeline', size: 64, min: 320, content: <TimelinePanel /> }].filter(shown),
    { id: 'console', size: 36, min: 160, content: <ConsolePanel /> },
  ]
  const columns: Pane[] = [
    { id: 'lesson', size: 27, min: 240, content: <LessonPane>{children}</LessonPane> },
    { id: 'middle', size: 40, min: 280, content: <Split id="middle" direction="column" panes={middle} {...split} /> },
    ...(right.length === 0
      ? []
      : [
          {
            id: 'right',
            size: 33,
            min: 240,
            content: <Split id="right" direction="column" panes={right} {...split} />,
          },
        ]),
  ]
  const rows: Pane[] = [
    { id: 'top', size: 80, min: 240, content: <Split id="columns" direction="row" panes={columns} {...split} /> },
    { id: 'bottom', size: 20, min: 80, content: <Split id="bottom" direction="row" panes={bottom} {...split} /> },
  ]
  return <Split id="rows" direction="column" panes={rows} {...split} />
}
