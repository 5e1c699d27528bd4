import type { LoadOutcome, SessionDecisionOf } from '@/lib/engine/sessions/decision'
import { applied, option, type Ruling, ruling } from '@/lib/engine/sessions/model/ruling'

/** What the store answered to `get`; `null`: it was not asked, or has not answered. */
export type StoreReply = 'found' | 'missing' | 'failed' | null

/**
 * What must become of the cookie that came (express-session 1.19.0, `getcookie` and the end of its `session`). Where the
 * middleware turned the request away before it looked, that is the fact to go by.
 */
export function ruleLoad(load: SessionDecisionOf<'load'>, reply: StoreReply): Ruling<LoadOutcome['kind']> {
  const { options, cookie, outcome } = load
  const { name } = options
  switch (outcome.kind) {
    case 'other-path': {
      const { path, cookiePath } = outcome
      const outside = !path.startsWith(cookiePath)
      const rule = applied('other-path', option('cookie.path', `'${cookiePath}'`), { path, cookiePath })
      return ruling(outside ? 'other-path' : 'no-cookie', rule)
    }
    case 'store-disconnected':
    case 'session-there':
      return ruling(outcome.kind, applied(outcome.kind))
    case 'no-secret':
      return ruling(outcome.kind, applied(outcome.kind, option('secret')))
    default:
  }
  if (reply === 'failed') return ruling('store-failed', applied('store-failed', option('store')))
  if (reply === 'missing') return ruling('not-found', applied('not-found', option('store')))
  if (reply === 'found') return ruling('loaded', loadedBy('secret' in outcome ? outcome.secret : null))
  if (cookie === null) return ruling('no-cookie', applied('no-cookie', option('name', `'${name}'`), { name }))
  if (!cookie.startsWith('s:')) return ruling('unsigned', applied('unsigned', option('secret'), { name }))
  return ruling('bad-signature', applied('bad-signature', option('secret'), { name }))
}

function loadedBy(secret: number | null) {
  return secret === null || secret === 1
    ? applied('loaded')
    : applied('loaded-by-older-secret', option('secret'), { secret: `${secret}` })
}
