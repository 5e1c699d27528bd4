import { Clock } from '@/lib/engine/clock'
import { CookieJar } from '@/lib/engine/cookies/jar'
import type { Preview } from '@/lib/engine/sessions/preview'
import type { Event, StoreRef } from '@/lib/engine/trace/event'
import { Recorder } from '@/lib/engine/trace/recorder'
import { sessionEvents } from './session-events'

const ORIGIN = new URL('http://localhost:9090/')
const STORE: StoreRef = { kind: 'variable', name: 'sessions' }
const BODY = new TextEncoder().encode('欢迎你老顾客，你卡上还剩90')
const VISITORS = 40

/** One visitor's state on the way. */
interface Profile {
  readonly jar: CookieJar
  card: string | null
  balance: number
}

/**
 * What a shop on express-session would log: `exchanges` visits by 40 visitors, every other one with a new card, so that
 * half as many rows pile up; up to twenty events a visit.
 */
export function shopEvents(exchanges: number): Event[] {
  const events: Event[] = []
  const clock = new Clock(Date.UTC(2026, 8, 1))
  const recorder = new Recorder(clock, (event) => events.push(event))
  const profiles = Array.from({ length: VISITORS }, (): Profile => ({ jar: new CookieJar(), card: null, balance: 0 }))
  recorder.emit({ type: 'world-started', seed: 'bench', epoch: clock.now })
  recorder.emit({ type: 'process-started', process: 1, server: 'server.js' })
  recorder.emit({ type: 'listening', process: 1, port: 9090 })
  for (const index of profiles.keys()) recorder.emit({ type: 'visitor-opened', visitor: `visitor-${index}` })
  for (let exchange = 1; exchange <= exchanges; exchange++) {
    const index = exchange % VISITORS
    const profile = profiles[index]
    if (profile) visit(recorder, clock, exchange, `visitor-${index}`, profile)
  }
  return events
}

function visit(recorder: Recorder, clock: Clock, exchange: number, visitor: string, profile: Profile): void {
  const about = { process: 1, exchange }
  const context = { url: ORIGIN, now: clock.now, httpApi: true, sameSiteRequest: true }
  recorder.action = exchange
  recorder.emit({ type: 'action-started', started: { type: 'visit', visitor, method: 'GET', url: '/' } })
  recorder.emit({
    type: 'request-sent',
    exchange,
    visitor,
    url: ORIGIN.href,
    request: { method: 'GET', target: '/', headers: [['Host', 'localhost:9090']], body: new Uint8Array(0) },
    via: 'address',
    process: 1,
  })
  const { decisions } = profile.jar.retrieve({ ...context, method: 'GET', topLevelNavigation: true })
  for (const decision of decisions) recorder.emit({ type: 'cookie', visitor, exchange, decision })
  recorder.emit({ type: 'lines-ran', ...about, file: 'server.js', lines: [8, 9, 11, 13, 15, 17, 18, 19] })
  const isNew = profile.card === null || exchange % 2 === 0
  const before = isNew ? null : row(profile.balance)
  const old = profile.card
  profile.card = isNew || profile.card === null ? `${clock.now}0.${exchange}655154048770` : profile.card
  const session = sessionEvents(about, profile.card, isNew, old)
  for (const body of session.beforeHandler) recorder.emit(body)
  profile.balance = isNew ? 100 : profile.balance - 10
  recorder.emit({ type: 'row-set', ...about, store: STORE, key: profile.card, value: row(profile.balance), before })
  for (const body of session.afterHandler) recorder.emit(body)
  const line = `connect.sid=${profile.card}; Path=/`
  recorder.emit({
    type: 'response-head',
    exchange,
    head: { status: 200, reason: 'OK', headers: isNew ? [['Set-Cookie', line]] : [] },
  })
  const stored = isNew ? profile.jar.receive(line, context) : []
  for (const decision of stored) recorder.emit({ type: 'cookie', visitor, exchange, decision })
  recorder.emit({ type: 'response-data', exchange, data: BODY.slice(), wire: BODY.length })
  recorder.emit({ type: 'response-ended', exchange })
  recorder.emit({ type: 'page-shown', visitor, exchange, url: ORIGIN.href, history: 'push' })
  recorder.emit({ type: 'action-ended', outcome: 'done' })
  const from = clock.now
  clock.moveTo(from + 1_000)
  recorder.emit({ type: 'clock-moved', from, to: clock.now, cause: 'advance' })
}

function row(balance: number): Preview {
  return { type: 'object', entries: [['balance', { type: 'number', text: `${balance}` }]], more: 0 }
}
