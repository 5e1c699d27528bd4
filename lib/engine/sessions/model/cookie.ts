import type { ConnectionFacts, CookieOutcome, SessionDecisionOf, SessionOptions } from '@/lib/engine/sessions/decision'
import { applied, flag, option, type Ruling, ruling } from '@/lib/engine/sessions/model/ruling'
import type { AppliedSessionRule } from '@/lib/engine/sessions/rules'

type CookieFacts = NonNullable<SessionDecisionOf<'cookie'>['facts']>

/**
 * Whether a Set-Cookie must go with the headers (express-session 1.19.0, `shouldSetCookie` and what follows it).
 * `modified`: whether the session was changed by then, as far as anybody looked.
 */
export function ruleCookie(
  options: SessionOptions,
  cookie: SessionDecisionOf<'cookie'>,
  modified: boolean | null,
): Ruling<CookieOutcome> {
  const { id, facts, connection, outcome } = cookie
  if (facts === null) return ruling('no-session', applied('cookie-no-session'))
  if (id === null) return ruling('not-set', applied('id-no-string', option('genid')))
  const wish = facts.isNew ? wishNew(options, facts, modified) : wishReturning(options, facts, modified)
  if (wish.outcome !== 'set') return wish
  if (connection !== null && !connection.secure) return ruling('insecure', insecure(connection))
  // Whether a cookie can be written at all is not decided here.
  return outcome === 'failed' ? ruling('failed', applied('cookie-unwritable')) : wish
}

function wishNew(options: SessionOptions, { replaced }: CookieFacts, modified: boolean | null): Ruling<CookieOutcome> {
  const eager = applied('cookie-new', flag(options, 'saveUninitialized'))
  const anyway = options.saveUninitialized ? eager : null
  if (replaced) return ruling('set', applied('cookie-regenerated'), anyway)
  if (modified) return ruling('set', applied('cookie-new-modified'), anyway)
  if (options.saveUninitialized) return ruling('set', eager)
  return ruling('not-set', applied('cookie-new-empty', flag(options, 'saveUninitialized')))
}

function wishReturning(
  options: SessionOptions,
  { hasExpiry, replaced }: CookieFacts,
  modified: boolean | null,
): Ruling<CookieOutcome> {
  const rolling = flag(options, 'rolling')
  const again = applied('cookie-rolling', rolling)
  if ((modified || replaced) && hasExpiry) {
    return ruling('set', applied('cookie-renewed', option('cookie.maxAge')), options.rolling ? again : null)
  }
  if (options.rolling) return ruling('set', again)
  return ruling('not-set', applied(hasExpiry ? 'cookie-keeps-expiry' : 'cookie-known', rolling))
}

function insecure({ judge, forwarded }: ConnectionFacts): AppliedSessionRule {
  switch (judge) {
    case 'nobody':
      return applied('cookie-proxy-unasked', option('proxy', 'false'))
    case 'proxy':
      return applied('cookie-proxy-insecure', option('proxy', 'true'))
    case 'express':
    case 'tls':
      return forwarded === null
        ? applied('cookie-insecure', option('cookie.secure', 'true'))
        : applied('cookie-proxy-untrusted', option('trust proxy'), { forwarded })
    default:
      return judge satisfies never
  }
}
