'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { usePlayground, usePlaygroundActions, useProjection } from '@/components/shared/context'
import { MomentTag } from '@/components/shared/moment-tag'
import { PanelFrame } from '@/components/shared/panel-frame'
import { TabBar } from '@/components/shared/tab-bar'
import type { ExchangeId } from '@/lib/engine/trace/event'
import { exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import { ChangedNote } from './changed-note'
import type { DetailView, ExchangesView } from './exchange-views'
import { LazyEnlargedPicture, LazyExchangeViews, useExchangeViewsEarly } from './lazy-exchange-views'

const VIEWS = ['list', 'picture', 'words'] as const satisfies readonly ExchangesView[]

/** Every request and its answer, as a list or as a picture, and one of them opened. In the list, the newest opens by itself. */
export function ExchangesPanel() {
  const t = useTranslations('playground')
  const tView = useTranslations('sequence.view')
  const { selectExchange } = usePlaygroundActions()
  const exchanges = useProjection(exchangesProjection)
  const selected = usePlayground((state) => state.exchange)
  const [view, setView] = useState<ExchangesView>('list')
  const [detail, setDetail] = useState<DetailView>('bytes')
  const [closed, setClosed] = useState(false)
  useExchangeViewsEarly()
  const newest = exchanges.last
  const chosen = selected === null ? undefined : exchanges.get(selected)
  const record = view === 'list' ? (chosen ?? newest) : chosen
  const isOpen = record !== undefined && (!closed || selected !== null)
  const isEmpty = view === 'list' && exchanges.size === 0

  // The same function every time, or each row would render at each step.
  const choose = useCallback(
    (id: ExchangeId) => {
      setClosed(false)
      selectExchange(id)
    },
    [selectExchange],
  )

  return (
    <PanelFrame
      name="exchanges"
      title={t('panel.exchanges')}
      ownScroll
      lead={
        <TabBar
          label={tView('label')}
          idPrefix="exchanges"
          tabs={VIEWS.map((id) => ({ id, label: tView(id) }))}
          chosen={view}
          onChoose={(id) => setView(VIEWS.find((candidate) => candidate === id) ?? 'list')}
        />
      }
      note={
        <>
          <span className="text-xs text-faint tabular-nums">{exchanges.size}</span>
          <ChangedNote />
          <MomentTag />
        </>
      }
      tools={
        <>
          {selected !== null && selected !== newest?.id && (
            <button type="button" className="tool" onClick={() => selectExchange(null)}>
              {t('exchange.newest')}
            </button>
          )}
          {view === 'picture' && <LazyEnlargedPicture />}
        </>
      }
    >
      <div
        id={`exchanges-panel-${view}`}
        role="tabpanel"
        aria-labelledby={`exchanges-tab-${view}`}
        className="exchanges-box"
      >
        {isEmpty ? (
          <p className="empty">{t('exchange.empty')}</p>
        ) : (
          <LazyExchangeViews
            exchanges={exchanges}
            view={view}
            open={isOpen ? record : null}
            follows={chosen === undefined}
            detail={detail}
            onChoose={choose}
            onDetail={setDetail}
            onClose={() => {
              setClosed(true)
              selectExchange(null)
            }}
          />
        )}
      </div>
    </PanelFrame>
  )
}
