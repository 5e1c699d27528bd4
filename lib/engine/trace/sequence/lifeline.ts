import type { VisitorId } from '@/lib/engine/story/action'
import type { StoreRef } from '@/lib/engine/trace/event'
import type { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'

export type LifelineId = string

/** Who takes part in a story. `store`: what express-session keeps its sessions in, whatever lies behind it. */
export type LifelineKind = 'visitor' | 'server' | 'variable' | 'store' | 'files' | 'redis'

/** One column of a sequence picture. */
export interface Lifeline {
  readonly id: LifelineId
  readonly kind: LifelineKind
  /** The visitor's, the server's or the variable's; of a `store` the session cookie's. */
  readonly name: string
  /** The server whose memory it is part of; `null` for what stands by itself. */
  readonly server: string | null
  /** Whether the browser is open, the server running, Redis up. */
  readonly alive: boolean
}

export type Lifelines = OrderedMap<LifelineId, Lifeline>

/** Somebody who was not heard of before: not there until an event says so. */
export function visitorLine(visitor: VisitorId): Lifeline {
  return { id: `visitor ${visitor}`, kind: 'visitor', name: visitor, server: null, alive: false }
}

export function serverLine(server: string): Lifeline {
  return { id: `server ${server}`, kind: 'server', name: server, server: null, alive: false }
}

/** The sessions of express-session, in the memory of a server or behind it. `name` is the session cookie's. */
export function storeLine(name: string, server: string): Lifeline {
  return { id: `store ${name} ${server}`, kind: 'store', name, server, alive: true }
}

export const FILES: Lifeline = { id: 'files', kind: 'files', name: 'files', server: null, alive: true }
export const REDIS: Lifeline = { id: 'redis', kind: 'redis', name: 'redis', server: null, alive: true }

/** Where the rows of a store are. */
export function rowsLine({ kind, name }: StoreRef, server: string): Lifeline {
  switch (kind) {
    case 'variable':
      return { id: `variable ${name} ${server}`, kind, name, server, alive: true }
    case 'memory':
      return storeLine(name, server)
    case 'files':
      return FILES
    case 'redis':
      return REDIS
    default:
      return kind satisfies never
  }
}

/** Visitors, then each server with what lies in its memory beside it, then the disk and Redis: calls go from left to right. */
export function inOrder(lifelines: Lifelines): readonly Lifeline[] {
  const all = lifelines.values()
  const of = (kind: LifelineKind) => all.filter((lifeline) => lifeline.kind === kind)
  const servers = of('server').flatMap((server) => [server, ...all.filter((line) => line.server === server.name)])
  const known = new Set(servers)
  const orphans = all.filter((line) => line.server !== null && !known.has(line))
  return [...of('visitor'), ...servers, ...orphans, ...of('files'), ...of('redis')]
}
