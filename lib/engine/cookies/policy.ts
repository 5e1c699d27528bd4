import type { Priority } from '@/lib/engine/cookies/cookie'
import type { BrowserKind } from '@/lib/engine/story/action'

/** How many cookies a jar keeps. RFC 6265bis section 5.7, "remove excess cookies", leaves the figures to the user agent. */
export interface JarLimits {
  /** Whose cookies count together: all of a registrable domain's, or each host's and each Domain's by themselves. */
  readonly counted: 'by-site' | 'by-host'
  /** The most for one of them, and how many are left when there are more. */
  readonly own: number
  readonly ownKept: number
  /** How many cookies of a priority the purge spares, the most recently used ones; `null`: only the use counts. */
  readonly quotas: Readonly<Record<Priority, number>> | null
  /** The most in all, and how many are left when there are more. */
  readonly total: number
  readonly totalKept: number
  /** Milliseconds for which a cookie must not have been used to go for the total's sake; `null`: any may go. */
  readonly totalIdle: number | null
  /** The most in one partition, which counts by itself: cookies, and octets of names and values. `null`: there are none. */
  readonly partition: { readonly cookies: number; readonly octets: number } | null
}

/** What RFC 6265bis leaves to the user agent. Plain data, so that a lesson can choose another one. */
export interface JarPolicy {
  /** The most octets that name and value have together; a larger cookie is ignored whole (section 5.6). */
  readonly pairOctets: number
  /** The most octets of a cookie with its attributes; `null`: they are not counted. */
  readonly lineOctets: number | null
  /** The most octets that an attribute's value has; a larger attribute is ignored (section 5.6). */
  readonly attributeOctets: number
  /** Attributes that came after this browser, in lower case: it ignores them. */
  readonly unknownAttributes: readonly string[]
  /** The longest life of a cookie in milliseconds (section 5.5). */
  readonly lifetime: number
  /** What a cookie without SameSite is treated as (section 5.6.7). */
  readonly defaultSameSite: 'Lax' | 'None'
  /** Age in milliseconds up to which a cookie without SameSite goes along with an unsafe method (section 5.6.7.2). */
  readonly laxAllowingUnsafe: number | null
  /** Whether SameSite=None is refused without Secure (section 5.7 step 19). */
  readonly noneNeedsSecure: boolean
  /** Whether plain http can neither set Secure cookies nor replace them (section 5.7 steps 13 and 16). */
  readonly secureNeedsHttps: boolean
  /** Whether plain http to localhost and loopback addresses counts as secure (section 5.8.3, note). */
  readonly loopbackIsSecure: boolean
  /** Whether names that begin with `__Host-` and the like are promises (section 5.4). */
  readonly namePrefixes: boolean
  /** Whether requests inside another site's page carry cookies, partitioned ones aside (section 7.1). */
  readonly thirdPartyCookies: 'allowed' | 'blocked'
  readonly limits: JarLimits
}

const day = 24 * 60 * 60 * 1000

/**
 * Today's Chromium (net/cookies/parsed_cookie.h, canonical_cookie.h, cookie_constants.h; limits and quotas:
 * cookie_monster.cc and .h).
 */
export const chromiumPolicy: JarPolicy = {
  pairOctets: 4096,
  lineOctets: null,
  attributeOctets: 1024,
  unknownAttributes: [],
  lifetime: 400 * day,
  defaultSameSite: 'Lax',
  laxAllowingUnsafe: 2 * 60 * 1000,
  noneNeedsSecure: true,
  secureNeedsHttps: true,
  loopbackIsSecure: true,
  namePrefixes: true,
  thirdPartyCookies: 'allowed',
  limits: {
    counted: 'by-site',
    own: 180,
    ownKept: 150,
    quotas: { Low: 30, Medium: 50, High: 70 },
    total: 3300,
    totalKept: 3000,
    totalIdle: 30 * day,
    partition: { cookies: 180, octets: 10_240 },
  },
}

/**
 * A browser of 1997, as RFC 2109 has it: what section 6.3 wants at least is all that it has, and section 4.2.2 lists all
 * the attributes that it knows, besides Netscape's Expires. Of the cookies of a host the one used longest ago goes; the
 * RFC wants "frequently-used cookies" kept. Domain is judged as today: what a public suffix is was known case by case.
 */
export const rfc2109Policy: JarPolicy = {
  pairOctets: 4096,
  lineOctets: 4096,
  attributeOctets: 4096,
  unknownAttributes: ['httponly', 'samesite', 'priority', 'partitioned'],
  lifetime: Number.POSITIVE_INFINITY,
  defaultSameSite: 'None',
  laxAllowingUnsafe: null,
  noneNeedsSecure: false,
  secureNeedsHttps: false,
  loopbackIsSecure: false,
  namePrefixes: false,
  thirdPartyCookies: 'allowed',
  limits: {
    counted: 'by-host',
    own: 20,
    ownKept: 20,
    quotas: null,
    total: 300,
    totalKept: 300,
    totalIdle: null,
    partition: null,
  },
}

/** The policy that a browser keeps to. Incognito windows block other sites' cookies, as Chrome's do by default. */
export function policyOf({
  incognito,
  browser,
}: {
  readonly incognito: boolean
  readonly browser: BrowserKind
}): JarPolicy {
  const policy = browser === 'rfc2109' ? rfc2109Policy : chromiumPolicy
  return incognito ? { ...policy, thirdPartyCookies: 'blocked' } : policy
}
