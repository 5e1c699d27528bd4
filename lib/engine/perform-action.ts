import type { Clock } from '@/lib/engine/clock'
import type { Browsing, Errand } from '@/lib/engine/network/browsing'
import type { Machine } from '@/lib/engine/network/machine'
import type { Action, VisitAction, VisitorId } from '@/lib/engine/story/action'
import type { Impossible } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import { type HistoryEntry, Visitor } from '@/lib/engine/visitors/visitor'

/** The world, as far as actions need it. */
export interface Stage {
  readonly clock: Clock
  readonly recorder: Recorder
  readonly machine: Machine
  readonly browsing: Browsing
  readonly visitors: Map<VisitorId, Visitor>
  /** Runs on until a moment, whatever is complete by then. */
  runUntil(moment: number, cause: 'wait' | 'advance'): Promise<void>
  /** The next moment at which a cookie expires; `null` when none will. */
  nextExpiry(): number | null
}

/** Does one action's own part; what follows from it happens as the world runs on. Returns why it was impossible, else `null`. */
export async function performAction(world: Stage, action: Action): Promise<Impossible | null> {
  switch (action.type) {
    case 'new-visitor':
      return newVisitor(world, action.visitor, action.url)
    case 'clock':
      if (!Number.isFinite(action.advance) || action.advance < 0) return 'clock-backwards'
      await world.runUntil(world.clock.now + action.advance, 'advance')
      return null
    case 'clock-to-next-expiry': {
      const next = world.nextExpiry()
      if (next === null) return 'no-expiry'
      await world.runUntil(next, 'advance')
      return null
    }
    case 'restart':
      world.machine.restart()
      return null
    case 'add-server':
    case 'stop-server':
    case 'balance':
      return 'no-server'
    case 'crash-in-write':
    case 'write-file':
      return 'no-file'
    case 'stop-redis':
    case 'start-redis':
    case 'redis':
      return 'redis-down'
    case 'clone-visitor':
    case 'add-cookie':
    case 'copy-cookie':
    case 'tamper-cookie':
      return 'no-cookie'
    case 'visit':
    case 'reload':
    case 'back':
    case 'close-visitor':
    case 'edit-cookie':
    case 'delete-cookie':
    case 'read-cookies': {
      const visitor = world.visitors.get(action.visitor)
      if (!visitor) return 'no-visitor'
      if (!visitor.open && action.type !== 'edit-cookie' && action.type !== 'delete-cookie') {
        return 'visitor-closed'
      }
      return ofVisitor(world, visitor, action)
    }
    default:
      return action satisfies never
  }
}

type OfVisitor = Extract<
  Action,
  { type: 'visit' | 'reload' | 'back' | 'close-visitor' | 'edit-cookie' | 'delete-cookie' | 'read-cookies' }
>

function ofVisitor(world: Stage, visitor: Visitor, action: OfVisitor): Impossible | null {
  const now = world.clock.now
  switch (action.type) {
    case 'visit':
      return visit(world, visitor, action)
    case 'reload':
      if (!visitor.page) return 'no-page'
      world.browsing.send({ ...again(visitor, visitor.page), reload: true, history: 'replace' })
      return null
    case 'back':
      if (!visitor.previous) return 'no-page-before'
      world.browsing.send({ ...again(visitor, visitor.previous), history: 'back' })
      return null
    case 'close-visitor':
      record(world, visitor, visitor.jar.endSession())
      visitor.close()
      world.recorder.emit({ type: 'visitor-closed', visitor: visitor.id })
      return null
    case 'edit-cookie':
      return record(world, visitor, visitor.jar.edit(action.host, action.name, action.value, now))
        ? null
        : 'bad-cookie-host'
    case 'delete-cookie':
      return record(world, visitor, visitor.jar.delete(action.host, action.name)) ? null : 'no-cookie'
    case 'read-cookies':
      return readCookies(world, visitor)
    default:
      return action satisfies never
  }
}

function newVisitor(world: Stage, id: string, url: string | undefined): Impossible | null {
  const known = world.visitors.get(id)
  if (known?.open) return 'visitor-here-already'
  const visitor = known ?? new Visitor(id)
  visitor.open = true
  world.visitors.set(id, visitor)
  world.recorder.emit({ type: 'visitor-opened', visitor: id })
  return url === undefined ? null : visit(world, visitor, { type: 'visit', visitor: id, method: 'GET', url })
}

function visit(world: Stage, visitor: Visitor, action: VisitAction): Impossible | null {
  const base = visitor.page?.url.href ?? `http://localhost:${world.machine.ports()[0] ?? 80}/`
  if (!URL.canParse(action.url, base)) return 'bad-url'
  const url = new URL(action.url, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'bad-url'
  if (!/^[A-Za-z-]+$/.test(action.method)) return 'bad-method'
  const via = action.via ?? 'address'
  if (action.from !== undefined && !URL.canParse(action.from)) return 'bad-url'
  const initiator =
    action.from === undefined ? (via === 'address' ? null : (visitor.page?.url ?? null)) : new URL(action.from)
  world.browsing.send({
    ...blank(visitor),
    url,
    method: action.method.toUpperCase(),
    body: action.body ?? null,
    headers: action.headers ?? [],
    via,
    initiator,
  })
  return null
}

function blank(visitor: Visitor): Omit<Errand, 'url' | 'method' | 'body'> {
  return {
    visitor,
    headers: [],
    via: 'address',
    initiator: null,
    reload: false,
    history: 'push',
    redirects: 0,
    redirectOf: null,
  }
}

/** A page once more: it comes from where it came from (RFC 6265bis section 5.2, reloads). */
function again(visitor: Visitor, entry: HistoryEntry): Errand {
  const { url, method, body, via, initiator } = entry
  return { ...blank(visitor), url, method, body, via, initiator }
}

function readCookies(world: Stage, visitor: Visitor): Impossible | null {
  const page = visitor.page
  if (!page) return 'no-page'
  const { header, decisions } = visitor.jar.retrieve({
    url: page.url,
    now: world.clock.now,
    httpApi: false,
    method: 'GET',
    sameSiteRequest: true,
    topLevelNavigation: false,
  })
  record(world, visitor, decisions)
  const hidden = decisions.flatMap((decision) =>
    decision.kind === 'withheld' && decision.because.rule === 'withheld-httponly' ? [decision.cookie.name] : [],
  )
  world.recorder.emit({
    type: 'script-read-cookies',
    visitor: visitor.id,
    url: page.url.href,
    value: header ?? '',
    hidden,
  })
  return null
}

function record(world: Stage, visitor: Visitor, decisions: ReturnType<Visitor['jar']['edit']>): boolean {
  for (const decision of decisions ?? []) {
    world.recorder.emit({ type: 'cookie', visitor: visitor.id, exchange: null, decision })
  }
  return decisions !== null
}
