'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { usePlayground, useProjection } from '@/components/shared/context'
import { ExchangeLink } from '@/components/shared/exchange-link'
import { exchangesProjection } from '@/lib/engine/trace/exchanges-at'
import { commandsOf, type RedisCommands, type RedisState } from '@/lib/engine/trace/redis-at'
import { CommandLine } from './command-line'

/** What the chosen exchange (else the newest) asked of Redis, what a person typed, and what was asked for nobody. */
export function RedisCommandsView({ redis }: { redis: RedisState }) {
  const t = useTranslations('redis')
  const exchanges = useProjection(exchangesProjection)
  const selected = usePlayground((state) => state.exchange)
  const chosen = selected !== null && exchanges.has(selected) ? selected : (exchanges.keys().at(-1) ?? null)
  const { typed, byNobody } = redis
  if (chosen === null && typed.list.length === 0 && byNobody.list.length === 0)
    return <p className="empty">{t('noCommands')}</p>
  return (
    <>
      {chosen !== null && (
        <Commands
          title={t.rich('commandsOf', { link: () => <ExchangeLink exchange={chosen} /> })}
          commands={commandsOf(redis, chosen)}
        />
      )}
      {typed.list.length > 0 && <Commands title={t('cli.history')} commands={typed} />}
      {byNobody.list.length > 0 && <Commands title={t('ofNobody')} commands={byNobody} />}
    </>
  )
}

function Commands({ title, commands: { list, dropped, kept } }: { title: ReactNode; commands: RedisCommands }) {
  const t = useTranslations('redis')
  const note = dropped > 0 && <li className="px-3 text-xs text-muted">{t(`dropped.${kept}`, { count: dropped })}</li>
  return (
    <section className="border-b border-line pb-1">
      <h3 className="px-3 pt-1.5 pb-0.5 text-xs text-faint">{title}</h3>
      {list.length === 0 && <p className="px-3 pb-1 text-xs text-muted">{t('none')}</p>}
      <ol>
        {kept === 'last' && note}
        {list.map((command) => (
          <CommandLine key={command.seq} command={command} />
        ))}
        {kept === 'first' && note}
      </ol>
    </section>
  )
}
