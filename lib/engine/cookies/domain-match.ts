import { isIpAddress } from '@/lib/engine/cookies/canonical-host'

/**
 * Whether a host is the domain itself or lies under it. Both are canonical.
 * @see RFC 6265bis section 5.1.3
 */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return true
  return host.endsWith(domain) && host.charAt(host.length - domain.length - 1) === '.' && !isIpAddress(host)
}
