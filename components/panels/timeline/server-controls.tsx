'use client'

import { Plus, Server } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlayground, usePlaygroundActions, usePlaygroundLesson, useProjection } from '@/components/shared/context'
import { Popover } from '@/components/ui/popover'
import type { Balancing } from '@/lib/engine/story/action'
import { balancingProjection } from '@/lib/engine/trace/balancing-at'
import { latestProcesses, serversProjection } from '@/lib/engine/trace/servers-at'
import { accepts } from '@/lib/playground/run-status'
import { ServerRow } from './server-row'

/** A machine has no more (see `too-many-servers`). */
const MOST_SERVERS = 3

const WAYS: readonly Balancing[] = ['round-robin', 'sticky']

/** Each server by itself, one more of them, and who gets whose requests. Only where a lesson is about several. */
export function ServerControls() {
  const t = useTranslations('machine.servers')
  const { severalServers } = usePlaygroundLesson()
  const { addServer, balance } = usePlaygroundActions()
  const ready = usePlayground((state) => accepts(state.run))
  const servers = latestProcesses(useProjection(serversProjection))
  const way = useProjection(balancingProjection)
  if (!severalServers && servers.length < 2) return null
  const running = servers.filter(({ exit }) => exit === null).length
  return (
    <Popover
      title={t('title')}
      buttonClassName="tool tool-outlined"
      label={
        <>
          <Server aria-hidden="true" size={14} />
          {t('button', { running, count: servers.length })}
        </>
      }
    >
      <ul>
        {servers.map((server) => (
          <ServerRow key={server.server} server={server} ready={ready} />
        ))}
      </ul>
      <div className="border-b border-line px-3 py-2">
        <button
          type="button"
          className="tool tool-outlined"
          disabled={!ready || servers.length >= MOST_SERVERS}
          onClick={addServer}
        >
          <Plus aria-hidden="true" size={14} />
          {t('add')}
        </button>
      </div>
      <fieldset className="px-3 py-2">
        <legend className="float-left mb-1 text-xs text-muted">{t('balancing')}</legend>
        {WAYS.map((by) => (
          <label key={by} className="clear-both flex items-baseline gap-2 py-0.5">
            <input type="radio" name="balancing" checked={way === by} disabled={!ready} onChange={() => balance(by)} />
            <span>
              {t(`by.${by}.name`)} <span className="text-xs text-muted">{t(`by.${by}.hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="border-t border-line px-3 py-2 text-xs text-muted">{t('shared')}</p>
    </Popover>
  )
}
