import type { HeaderList } from '@/lib/engine/http/message'
import type { Errand } from '@/lib/engine/network/browsing'
import type { Stage } from '@/lib/engine/perform/stage'
import type { VisitAction } from '@/lib/engine/story/action'
import { resolveReferences } from '@/lib/engine/story/reference'
import type { Impossible } from '@/lib/engine/trace/event'
import type { HistoryEntry, Visitor } from '@/lib/engine/visitors/visitor'

/** A request, whichever way it comes about. */
export function visit(world: Stage, visitor: Visitor, action: VisitAction): Impossible | null {
  const base = visitor.page?.url.href ?? `http://localhost:${world.machine.ports()[0] ?? 80}/`
  if (!URL.canParse(action.url, base)) return 'bad-url'
  const url = new URL(action.url, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'bad-url'
  if (!/^[A-Za-z-]+$/.test(action.method)) return 'bad-method'
  if (action.from !== undefined && !URL.canParse(action.from)) return 'bad-url'
  const headers = resolvedHeaders(world, action)
  if (headers === null) return 'no-such-reference'
  const via = action.via ?? (action.from === undefined ? 'address' : 'link')
  world.browsing.send({
    ...blank(visitor),
    url,
    method: action.method.toUpperCase(),
    body: action.body ?? null,
    headers,
    via,
    initiator: initiatorOf(visitor, action, via),
  })
  return null
}

/** A header may carry what another visitor's cookie was; a body is whatever was typed into a form. */
function resolvedHeaders(world: Stage, { headers = [] }: VisitAction): HeaderList | null {
  const resolved: (readonly [string, string])[] = []
  for (const [name, text] of headers) {
    const value = resolveReferences(text, world.visitors)
    if (value === null) return null
    resolved.push([name, value])
  }
  return resolved
}

/** The reload button: the page in the window once more. */
export function reload(world: Stage, visitor: Visitor): Impossible | null {
  if (!visitor.page) return 'no-page'
  world.browsing.send({ ...again(visitor, visitor.page), reload: true, history: 'replace' })
  return null
}

/** The back button. */
export function back(world: Stage, visitor: Visitor): Impossible | null {
  if (!visitor.previous) return 'no-page-before'
  world.browsing.send({ ...again(visitor, visitor.previous), history: 'back' })
  return null
}

/** The page that a request comes from. What is typed into the address bar comes from the visitor alone. */
function initiatorOf(visitor: Visitor, { from }: VisitAction, via: Errand['via']): URL | null {
  if (via === 'address') return null
  return from === undefined ? (visitor.page?.url ?? null) : new URL(from)
}

function blank(visitor: Visitor): Omit<Errand, 'url' | 'method' | 'body'> {
  return {
    visitor,
    headers: [],
    via: 'address',
    initiator: null,
    reload: false,
    revalidates: false,
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
