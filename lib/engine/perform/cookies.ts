import type { CookieDecision } from '@/lib/engine/cookies/decision'
import { recordDecisions, type Stage } from '@/lib/engine/perform/stage'
import type { ActionOf } from '@/lib/engine/story/action'
import { resolveReferences } from '@/lib/engine/story/reference'
import type { Impossible } from '@/lib/engine/trace/event'
import type { Visitor } from '@/lib/engine/visitors/visitor'

/** What a person does to a cookie jar by hand. */
export type CookieAction = ActionOf<'edit-cookie' | 'add-cookie' | 'copy-cookie' | 'tamper-cookie' | 'delete-cookie'>

/** Does to a visitor's jar what a person wants done to it. */
export function workOnJar(world: Stage, visitor: Visitor, action: CookieAction): Impossible | null {
  const done = decide(world, visitor, action)
  if (typeof done === 'string') return done
  recordDecisions(world, visitor, done)
  return null
}

function decide(world: Stage, { jar }: Visitor, action: CookieAction): readonly CookieDecision[] | Impossible {
  const { now } = world.clock
  switch (action.type) {
    case 'edit-cookie': {
      const value = resolveReferences(action.value, world.visitors)
      if (value === null) return 'no-such-reference'
      return jar.edit(action, value, now) ?? 'bad-cookie-host'
    }
    case 'delete-cookie':
      return jar.delete(action) ?? 'no-cookie'
    case 'tamper-cookie':
      return jar.find(action) === null ? 'no-cookie' : (jar.tamper(action, action.how, now) ?? 'not-signed')
    case 'add-cookie': {
      const url = answering(action.host)
      if (url === null) return 'bad-cookie-host'
      return jar.receive(action.line, { url, now, httpApi: true, sameSiteRequest: true })
    }
    case 'copy-cookie': {
      const owner = world.visitors.get(action.of)
      if (!owner) return 'no-visitor'
      const cookie = owner.jar.find(action)
      if (cookie === null) return 'no-cookie'
      const copy = { ...cookie, creation: now, lastAccess: now }
      return jar.place(copy, { rule: 'copied-by-hand', values: { from: action.of } }, now)
    }
    default:
      return action satisfies never
  }
}

/** The answer that an added cookie is taken to come with: over http, unless an origin says https. */
function answering(host: string): URL | null {
  const written = /^https?:\/\//.test(host) ? host : `http://${host}`
  return URL.canParse(written) ? new URL(written) : null
}

/** What a script of the page in the window gets from `document.cookie`. */
export function readCookies(world: Stage, visitor: Visitor): Impossible | null {
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
  recordDecisions(world, visitor, decisions)
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
