'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { PanelTab } from '@/components/playground/layout/panel-tab'
import { TabBar } from '@/components/shared/tab-bar'

export interface GroupedPanel {
  readonly id: 'session-table' | 'files' | 'redis'
  readonly content: ReactNode
}

/**
 * Panels that share a place, one of them in sight; the tabs are their titles. All stay mounted: each keeps what was
 * opened in it. One panel alone is shown as it is.
 */
export function PanelGroup({ panels }: { panels: readonly GroupedPanel[] }) {
  const t = useTranslations('playground')
  const [chosen, setChosen] = useState(panels[0]?.id)
  if (panels.length === 1) return panels[0]?.content
  return (
    <div className="panel-group">
      <TabBar
        label={t('layout.stores')}
        idPrefix="store"
        tabs={panels.map(({ id }) => ({ id, label: <PanelTab panel={id} isShown={id === chosen} /> }))}
        chosen={chosen ?? ''}
        onChoose={(id) => setChosen(panels.find((panel) => panel.id === id)?.id)}
      />
      {panels.map(({ id, content }) => (
        <div
          key={id}
          id={`store-panel-${id}`}
          role="tabpanel"
          aria-labelledby={`store-tab-${id}`}
          hidden={id !== chosen}
          className="min-h-0 flex-1"
        >
          {content}
        </div>
      ))}
    </div>
  )
}
