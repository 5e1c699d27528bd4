import type { RetrieveContext } from '@/lib/engine/cookies/context'
import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { AppliedRule } from '@/lib/engine/cookies/decision'
import type { JarPolicy } from '@/lib/engine/cookies/policy'

/** Whether a cookie goes along, and the rule that says so. */
export interface Verdict {
  readonly send: boolean
  readonly because: AppliedRule
}

/** Methods that should change nothing on the server (RFC 9110 section 9.2.1). */
const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE']

/** An unsafe method in a top-level navigation: a form that another site posted. */
function verdictOnUnsafe(cookie: StoredCookie, { method, now }: RetrieveContext, policy: JarPolicy): Verdict {
  const grace = policy.laxAllowingUnsafe
  if (cookie.sameSite !== 'Default' || grace === null) {
    return { send: false, because: { rule: 'withheld-lax-method', values: { method } } }
  }
  const values = { method, seconds: String(grace / 1000) }
  return now - cookie.creation <= grace
    ? { send: true, because: { rule: 'sent-lax-unsafe', values } }
    : { send: false, because: { rule: 'withheld-lax-aged', values } }
}

function verdictOnLax(cookie: StoredCookie, context: RetrieveContext, policy: JarPolicy): Verdict {
  const { method } = context
  if (!context.topLevelNavigation) return { send: false, because: { rule: 'withheld-lax-subrequest' } }
  if (!safeMethods.includes(method)) return verdictOnUnsafe(cookie, context, policy)
  return { send: true, because: { rule: 'sent-lax-navigation', values: { method } } }
}

/**
 * What SameSite says about a cross-site request or script.
 * @see RFC 6265bis sections 5.6.7.1, 5.6.7.2 and 5.8.3 step 3, last requirement
 */
export function crossSiteVerdict(cookie: StoredCookie, context: RetrieveContext, policy: JarPolicy): Verdict {
  const sameSite = cookie.sameSite === 'Default' ? policy.defaultSameSite : cookie.sameSite
  if (sameSite === 'None') {
    return { send: true, because: { rule: context.httpApi ? 'sent-cross-site' : 'read-by-script' } }
  }
  if (!context.httpApi) return { send: false, because: { rule: 'withheld-cross-site-script' } }
  switch (sameSite) {
    case 'Strict':
      return {
        send: false,
        because: { rule: context.isReload === true ? 'withheld-strict-reload' : 'withheld-strict' },
      }
    case 'Lax':
      return verdictOnLax(cookie, context, policy)
    default:
      return sameSite satisfies never
  }
}
