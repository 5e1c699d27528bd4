import type { BrowserKind } from '@/lib/engine/story/action'

/** What RFC 6265bis leaves to the user agent. Plain data, so that a lesson can choose another one. */
export interface JarPolicy {
  /** The most octets that name and value have together; a larger cookie is ignored whole (section 5.6). */
  readonly pairOctets: number
  /** The most octets that an attribute's value has; a larger attribute is ignored (section 5.6). */
  readonly attributeOctets: number
  /** The longest life of a cookie in milliseconds (section 5.5). */
  readonly lifetime: number
  /** What a cookie without SameSite is treated as (section 5.6.7). */
  readonly defaultSameSite: 'Lax' | 'None'
  /** Age in milliseconds up to which a cookie without SameSite goes along with an unsafe method (section 5.6.7.2). */
  readonly laxAllowingUnsafe: number | null
  /** Whether SameSite=None is refused without Secure (section 5.7 step 19). */
  readonly noneNeedsSecure: boolean
  /** Whether plain http to localhost and loopback addresses counts as secure (section 5.8.3, note). */
  readonly loopbackIsSecure: boolean
}

/** Today's Chromium (net/cookies/parsed_cookie.h, canonical_cookie.h, cookie_constants.h). */
export const chromiumPolicy: JarPolicy = {
  pairOctets: 4096,
  attributeOctets: 1024,
  lifetime: 400 * 24 * 60 * 60 * 1000,
  defaultSameSite: 'Lax',
  laxAllowingUnsafe: 2 * 60 * 1000,
  noneNeedsSecure: true,
  loopbackIsSecure: true,
}

/** The policy that a browser keeps to. */
export function policyOf(_traits: { readonly incognito: boolean; readonly browser: BrowserKind }): JarPolicy {
  return chromiumPolicy
}
