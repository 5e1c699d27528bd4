import type { StoredCookie } from '@/lib/engine/cookies/cookie'
import type { AppliedRule } from '@/lib/engine/cookies/decision'

/** Longest first, so that a name is told by the strictest prefix that it carries. */
const prefixes = ['__Host-Http-', '__Secure-', '__Host-', '__Http-'] as const

type Prefix = (typeof prefixes)[number]

/** The prefix that a name begins with, in any case; servers may compare names without regard to case. */
function prefixOf(text: string): Prefix | null {
  if (!text.startsWith('__')) return null
  const lower = text.slice(0, prefixes[0].length).toLowerCase()
  return prefixes.find((prefix) => lower.startsWith(prefix.toLowerCase())) ?? null
}

/** Secure, Path=/ written out, no Domain: as close as a cookie comes to an origin. */
function isHostBound(cookie: StoredCookie, pathGiven: boolean): boolean {
  return cookie.secure && cookie.hostOnly && pathGiven && cookie.path === '/'
}

function brokenPromise(prefix: Prefix, cookie: StoredCookie, pathGiven: boolean): AppliedRule | null {
  switch (prefix) {
    case '__Secure-':
      return cookie.secure ? null : { rule: 'prefix-secure' }
    case '__Host-':
      return isHostBound(cookie, pathGiven) ? null : { rule: 'prefix-host' }
    case '__Http-':
      return cookie.secure && cookie.httpOnly ? null : { rule: 'prefix-http' }
    case '__Host-Http-':
      return isHostBound(cookie, pathGiven) && cookie.httpOnly ? null : { rule: 'prefix-host-http' }
    default:
      return prefix satisfies never
  }
}

/**
 * Whether a new cookie breaks the promise that its name makes, or is a nameless one that would pass for such a name.
 *
 * @param pathGiven the line had a Path attribute: `__Host-` wants it written out
 * @returns the broken rule, or `null`
 * @see RFC 6265bis section 5.4 and section 5.7 steps 20 to 22; layered-cookies sections 4.1.3.3 and 4.1.3.4
 */
export function prefixObjection(cookie: StoredCookie, pathGiven: boolean): AppliedRule | null {
  const prefix = prefixOf(cookie.name === '' ? cookie.value : cookie.name)
  if (prefix === null) return null
  if (cookie.name === '') return { rule: 'prefix-in-value', values: { prefix } }
  return brokenPromise(prefix, cookie, pathGiven)
}
