import { canonicalHost } from '@/lib/engine/cookies/canonical-host'
import type { RetrieveContext } from '@/lib/engine/cookies/context'
import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import { byHeaderOrder, cookieString } from '@/lib/engine/cookies/cookie-string'
import type { AppliedRule, CookieDecision } from '@/lib/engine/cookies/decision'
import { isForHost } from '@/lib/engine/cookies/host-scope'
import { pathMatches } from '@/lib/engine/cookies/path-match'
import type { JarPolicy } from '@/lib/engine/cookies/policy'
import { siteOf } from '@/lib/engine/cookies/public-suffix'
import { schemefulSite, thirdPartyTo } from '@/lib/engine/cookies/same-site'
import { crossSiteVerdict, type Verdict } from '@/lib/engine/cookies/same-site-enforcement'
import { connectionSecurity } from '@/lib/engine/cookies/secure-connection'

/** The answer to one retrieval. */
export interface Retrieved {
  /** The value of the Cookie header, or of `document.cookie`; `null` when no cookie goes. */
  readonly header: string | null
  /** Those sent, in the header's order, then those of the same site that stay behind. */
  readonly decisions: CookieDecision[]
}

interface Target {
  readonly host: string
  readonly path: string
  readonly trusted: boolean
  /** The site of the page in the window. */
  readonly topLevelSite: string
  readonly context: RetrieveContext
}

const sent: Verdict = { send: true, because: { rule: 'sent' } }
const readByScript: Verdict = { send: true, because: { rule: 'read-by-script' } }

function withhold(because: AppliedRule): Verdict {
  return { send: false, because }
}

/** Field by field: spreading the cookie took half of a retrieval's time. */
function accessed(cookie: StoredCookie, lastAccess: number): StoredCookie {
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expiry, creation } = cookie
  const used = { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, expiry, creation, lastAccess }
  const { priority, partition } = cookie
  if (priority === undefined && partition === undefined) return used
  return { ...used, ...(priority === undefined ? {} : { priority }), ...(partition === undefined ? {} : { partition }) }
}

/** The first requirement that a cookie fails, in the standard's order, or why it goes along (step 3). */
function verdictOn(cookie: StoredCookie, target: Target, policy: JarPolicy): Verdict {
  const { host, path, context } = target
  if (!isForHost(cookie, host)) {
    const rule = cookie.hostOnly ? 'withheld-host-only' : 'withheld-domain'
    return withhold({ rule, values: { domain: cookie.domain, host } })
  }
  if (!pathMatches(path, cookie.path)) {
    return withhold({ rule: 'withheld-path', values: { path: cookie.path, requested: path } })
  }
  if (cookie.secure && !target.trusted) return withhold({ rule: 'withheld-secure' })
  if (cookie.httpOnly && !context.httpApi) return withhold({ rule: 'withheld-httponly' })
  if (cookie.partition !== undefined && cookie.partition !== target.topLevelSite) {
    return withhold({ rule: 'withheld-partition', values: { partition: cookie.partition, top: target.topLevelSite } })
  }
  return thirdPartyVerdict(cookie, context, policy)
}

function thirdPartyVerdict(cookie: StoredCookie, context: RetrieveContext, policy: JarPolicy): Verdict {
  const verdict = context.sameSiteRequest
    ? context.httpApi
      ? sent
      : readByScript
    : crossSiteVerdict(cookie, context, policy)
  const top = policy.thirdPartyCookies === 'blocked' && cookie.partition === undefined ? thirdPartyTo(context) : null
  return verdict.send && top !== null ? withhold({ rule: 'withheld-third-party', values: { top } }) : verdict
}

/**
 * Chooses the cookies for one request or script. Changes nothing; the cookies of `sent` carry the new last access.
 *
 * @param stored the jar in its order, without expired cookies
 * @see RFC 6265bis section 5.8.3
 */
export function decideRetrieval(
  stored: Iterable<StoredCookie>,
  context: RetrieveContext,
  policy: JarPolicy,
): Retrieved {
  const host = canonicalHost(context.url)
  if (host === null) return { header: null, decisions: [] }
  const trusted = connectionSecurity(context.url, host, policy) !== 'plain'
  const topLevelSite = context.topLevelSite ?? schemefulSite(context.url)
  const target: Target = { host, path: context.url.pathname, trusted, topLevelSite, context }
  const site = siteOf(host)
  const going: Extract<CookieDecision, { kind: 'sent' }>[] = []
  const staying: CookieDecision[] = []
  for (const cookie of stored) {
    if (siteOf(cookie.domain) !== site) continue
    const { send, because } = verdictOn(cookie, target, policy)
    if (send) going.push({ kind: 'sent', cookie: accessed(cookie, context.now), because })
    else staying.push({ kind: 'withheld', cookie, because })
  }
  if (going.length === 0) return { header: null, decisions: staying }
  going.sort((a, b) => byHeaderOrder(a.cookie, b.cookie))
  return { header: cookieString(going.map(({ cookie }) => cookie)), decisions: [...going, ...staying] }
}
