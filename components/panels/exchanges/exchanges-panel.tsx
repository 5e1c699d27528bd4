'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePlayground, usePlaygroundActions, useProjection } from '@/components/shared/context'
import { MomentTag } from '@/components/shared/moment-tag'
import { PanelFrame } from '@/components/shared/panel-frame'
import { exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import { ChangedNote } from './changed-note'
import { ExchangeDetail } from './exchange-detail'
import { ExchangeList } from './exchange-list'

/** Every request and its answer: a list, and one of them opened to its bytes. The newest opens by itself. */
export function ExchangesPanel() {
  const t = useTranslations('playground')
  const { selectExchange } = usePlaygroundActions()
  const exchanges = useProjection(exchangesProjection).values()
  const selected = usePlayground((state) => state.exchange)
  const [closed, setClosed] = useState(false)
  const newest = exchanges.at(-1)
  const record = exchanges.find(({ id }) => id === selected) ?? newest
  const isOpen = record !== undefined && (!closed || selected !== null)
  return (
    <PanelFrame
      name="exchanges"
      title={t('panel.exchanges')}
      ownScroll
      note={
        <>
          <span className="text-xs text-faint tabular-nums">{exchanges.length}</span>
          <ChangedNote />
          <MomentTag />
        </>
      }
      tools={
        selected !== null && selected !== newest?.id ? (
          <button type="button" className="tool" onClick={() => selectExchange(null)}>
            {t('exchange.newest')}
          </button>
        ) : null
      }
    >
      {exchanges.length === 0 ? (
        <p className="empty">{t('exchange.empty')}</p>
      ) : (
        <div className="exchanges-box">
          <div className={`exchanges ${isOpen ? 'exchanges-open' : ''}`}>
            <ExchangeList
              exchanges={exchanges}
              chosen={isOpen ? record.id : null}
              onChoose={(id) => {
                setClosed(false)
                selectExchange(id)
              }}
            />
            {isOpen && (
              <ExchangeDetail
                key={record.id}
                record={record}
                onClose={() => {
                  setClosed(true)
                  selectExchange(null)
                }}
              />
            )}
          </div>
        </div>
      )}
    </PanelFrame>
  )
}
