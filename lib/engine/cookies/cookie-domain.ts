import { isIpAddress } from '@/lib/engine/cookies/canonical-host'
import type { AppliedRule } from '@/lib/engine/cookies/decision'
import { domainMatches } from '@/lib/engine/cookies/domain-match'
import { isPublicSuffix } from '@/lib/engine/cookies/public-suffix'

export type CookieDomain =
  | { readonly kind: 'allowed'; readonly domain: string; readonly hostOnly: boolean }
  | { readonly kind: 'refused'; readonly because: AppliedRule }

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) return false
  return true
}

/**
 * Which hosts a new cookie is for.
 *
 * @param attribute the Domain attribute, lower case and without its leading dot; `null` or empty: there is none
 * @param host the canonical host that sets the cookie
 * @see RFC 6265bis section 5.7 steps 7 to 10
 */
export function cookieDomain(attribute: string | null, host: string, notes: AppliedRule[]): CookieDomain {
  const hostOnly: CookieDomain = { kind: 'allowed', domain: host, hostOnly: true }
  if (attribute === null || attribute === '') {
    notes.push({ rule: 'domain-default', values: { host } })
    return hostOnly
  }
  const values = { domain: attribute, host }
  if (!isAscii(attribute)) return { kind: 'refused', because: { rule: 'domain-not-ascii', values } }
  if (isPublicSuffix(attribute)) {
    if (attribute !== host) return { kind: 'refused', because: { rule: 'domain-public-suffix', values } }
    notes.push({ rule: 'domain-own-public-suffix', values })
    return hostOnly
  }
  if (!domainMatches(host, attribute)) return { kind: 'refused', because: { rule: 'domain-mismatch', values } }
  // The section would keep host-only false here; browsers agree on host-only, and no request could tell the two apart.
  if (isIpAddress(host)) {
    notes.push({ rule: 'domain-ip-address', values })
    return hostOnly
  }
  return { kind: 'allowed', domain: attribute, hostOnly: false }
}
