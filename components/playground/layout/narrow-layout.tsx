'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { CodePanel } from '@/components/panels/code/code-panel'
import { ConsolePanel } from '@/components/panels/console/console-panel'
import { CookieJarPanel } from '@/components/panels/cookie-jar/cookie-jar-panel'
import { ExchangesPanel } from '@/components/panels/exchanges/exchanges-panel'
import { SessionTablePanel } from '@/components/panels/session-table/session-table-panel'
import { TimelinePanel } from '@/components/panels/timeline/timeline-panel'
import { VisitorsPanel } from '@/components/panels/visitors/visitors-panel'
import { FilesPanel, RedisPanel } from '@/components/playground/layout/lazy-panels'
import { LessonPane } from '@/components/playground/layout/lesson-pane'
import { PanelTab } from '@/components/playground/layout/panel-tab'
import { RunNotice } from '@/components/playground/run-notice'
import { usePlayground, usePlaygroundLesson } from '@/components/shared/context'
import { TabBar } from '@/components/shared/tab-bar'

const TABS = [
  'lesson',
  'code',
  'visitors',
  'cookie-jar',
  'session-table',
  'files',
  'redis',
  'exchanges',
  'timeline',
  'console',
] as const

type Tab = (typeof TABS)[number]

/** One panel at a time, behind tabs. All stay mounted: a visitor's page keeps what was typed into it. */
export function NarrowLayout({ children }: { children: ReactNode }) {
  const t = useTranslations('playground')
  const { panels, title } = usePlaygroundLesson()
  const [chosen, setChosen] = useState<Tab>('lesson')
  const reveal = usePlayground((state) => state.reveal)
  const [revealed, setRevealed] = useState(reveal)
  // A line that somebody wants to see is in the editor.
  if (reveal !== revealed) {
    setRevealed(reveal)
    setChosen('code')
  }
  const offered = TABS.filter(
    (tab) => tab === 'lesson' || tab === 'code' || tab === 'console' || panels.some((name) => name === tab),
  )
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {/* The text's own heading is hidden with it. */}
      {chosen !== 'lesson' && <h1 className="sr-only">{title}</h1>}
      <TabBar
        label={t('layout.tabs')}
        idPrefix="panel"
        tabs={offered.map((tab) => ({
          id: tab,
          label:
            tab === 'lesson' || tab === 'code' ? t(`panel.${tab}`) : <PanelTab panel={tab} isShown={tab === chosen} />,
        }))}
        chosen={chosen}
        onChoose={(id) => setChosen(offered.find((tab) => tab === id) ?? 'lesson')}
      />
      {offered.map((tab) => (
        <div
          key={tab}
          id={`panel-panel-${tab}`}
          role="tabpanel"
          aria-labelledby={`panel-tab-${tab}`}
          hidden={tab !== chosen}
          className="min-h-0 flex-1"
        >
          {tab === 'lesson' ? <LessonPane>{children}</LessonPane> : contentOf(tab)}
        </div>
      ))}
      <RunNotice />
    </div>
  )
}

function contentOf(tab: Exclude<Tab, 'lesson'>): ReactNode {
  switch (tab) {
    case 'code':
      return <CodePanel plain />
    case 'visitors':
      return <VisitorsPanel />
    case 'cookie-jar':
      return <CookieJarPanel />
    case 'session-table':
      return <SessionTablePanel />
    case 'files':
      return <FilesPanel />
    case 'redis':
      return <RedisPanel />
    case 'exchanges':
      return <ExchangesPanel />
    case 'timeline':
      return <TimelinePanel />
    case 'console':
      return <ConsolePanel />
    default:
      return tab satisfies never
  }
}
