'use client'

import { CircleDot, CircleSlash, Power, RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePlaygroundActions } from '@/components/shared/context'
import type { ServerProcess } from '@/lib/engine/trace/servers-at'

/** A server: how it is, and the two things that can be done to it alone. */
export function ServerRow({ server, ready }: { server: ServerProcess; ready: boolean }) {
  const t = useTranslations('machine.servers')
  const { restartServer, stopServer } = usePlaygroundActions()
  const { server: name, process, ports, exit } = server
  const Icon = exit === null ? CircleDot : CircleSlash
  return (
    <li className="flex items-center gap-2 border-b border-line px-3 py-1.5">
      <Icon aria-hidden="true" size={14} className={`shrink-0 ${exit === null ? 'text-good' : 'text-bad'}`} />
      <p className="min-w-0 flex-1">
        <span className="font-semibold">{name}</span>{' '}
        <span className="text-xs text-muted">
          {exit === null
            ? t(ports.length === 0 ? 'state.deaf' : 'state.runs', { process, ports: ports.join(', ') })
            : t(`state.${exit.cause}`, { code: exit.code })}
        </span>
      </p>
      <button
        type="button"
        className="tool"
        disabled={!ready}
        aria-label={t(exit === null ? 'restart' : 'start', { server: name })}
        title={t(exit === null ? 'restartHint' : 'start', { server: name })}
        onClick={() => restartServer(name)}
      >
        <RotateCcw aria-hidden="true" size={14} />
      </button>
      <button
        type="button"
        className="tool"
        disabled={!ready || exit !== null}
        aria-label={t('stop', { server: name })}
        title={t('stop', { server: name })}
        onClick={() => stopServer(name)}
      >
        <Power aria-hidden="true" size={14} />
      </button>
    </li>
  )
}
