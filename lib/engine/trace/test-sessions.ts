import type { SessionDecision, SessionFacts, SessionOptions } from '@/lib/engine/sessions/decision'
import type { EventBody, ExchangeId, ProcessId } from '@/lib/engine/trace/event'

/** For tests: options as express-session has them when a program gives none but a secret. */
export const OPTIONS: SessionOptions = {
  name: 'connect.sid',
  resave: false,
  saveUninitialized: false,
  rolling: false,
  unset: 'keep',
  assumed: [],
  storeHasTouch: true,
  secrets: 1,
}

export const FACTS: SessionFacts = { isNew: true, replaced: false, modified: true, hasExpiry: false }

/** A session as stores write it down. `expires` in milliseconds since the Unix epoch. */
export function sessionText(visit: number, expires: number | null = null): string {
  const moment = expires === null ? null : new Date(expires).toISOString()
  return JSON.stringify({ cookie: { originalMaxAge: null, expires: moment, httpOnly: true, path: '/' }, visit })
}

export function fileWritten(path: string, content: string, more: Partial<FileWritten> = {}): EventBody {
  const common = {
    type: 'file-written',
    process: 1,
    exchange: null,
    cut: 0,
    size: content.length,
    isNew: false,
  } as const
  return { ...common, path, content, ...more }
}
type FileWritten = Extract<EventBody, { type: 'file-written' }>

export function redisKeySet(key: string, value: string, more: Partial<RedisKeySet> = {}): EventBody {
  const common = { type: 'redis-key-set', process: 1, exchange: null, kind: 'string', cut: 0, expires: null } as const
  return { ...common, isNew: false, key, value, ...more }
}
type RedisKeySet = Extract<EventBody, { type: 'redis-key-set' }>

/** Something that happens to a session in a store, from a number; the same number gives the same. */
export function storedEvents(detail: number, process: ProcessId, exchange: ExchangeId | null): EventBody[] {
  const id = `id-${detail % 5}`
  const whose = { process, exchange }
  const text =
    [sessionText(detail), sessionText(detail, detail * 1000), '', sessionText(detail).slice(0, 20)][detail % 4] ?? ''
  const path = [`sessions/${id}.json`, `${id}.json`, 'sessions/notes.txt'][detail % 3] ?? id
  const call = {
    type: 'store-call',
    ...whose,
    call: detail,
    name: 'connect.sid',
    method: 'get',
    id,
    by: 'middleware',
  } as const
  const bodies: EventBody[][] = [
    [fileWritten(path, text, { ...whose, ...(detail % 4 === 3 ? { torn: true } : {}) })],
    [{ type: 'file-removed', ...whose, path }],
    [redisKeySet(`sess:${id}`, text, { ...whose, expires: detail % 2 === 0 ? null : detail })],
    [{ type: 'redis-key-removed', ...whose, key: `sess:${id}`, cause: detail % 2 === 0 ? 'command' : 'expired' }],
    [{ type: 'session', ...whose, decision: decision(detail, id) }],
    [call, { type: 'store-answer', ...whose, call: detail, outcome: 'found' }],
    [{ type: 'store-answer', ...whose, call: detail + 900_000, outcome: 'failed', error: 'nobody asked' }],
  ]
  return bodies[Math.floor(detail / 7) % bodies.length] ?? []
}

function decision(detail: number, id: string): SessionDecision {
  const name = 'connect.sid'
  const decisions: SessionDecision[] = [
    { step: 'load', options: OPTIONS, cookie: null, outcome: { kind: 'no-cookie' } },
    { step: 'load', options: OPTIONS, cookie: `s:${id}.x`, outcome: { kind: 'loaded', id, secret: 1 } },
    { step: 'generate', name, id, cause: 'request' },
    { step: 'cookie', name, id, outcome: 'set', facts: FACTS, connection: null },
    { step: 'save', name, id, outcome: 'set', facts: { ...FACTS, saved: 'no' }, gone: null },
  ]
  return decisions[detail % decisions.length] ?? { step: 'generate', name, id: null, cause: 'regenerate' }
}
