import { canonicalHost } from '@/lib/engine/cookies/canonical-host'
import { siteOf } from '@/lib/engine/cookies/public-suffix'

/**
 * Whether two URLs belong to the same site: the same scheme and the same registrable domain, whatever the port.
 * A URL without a host (`data:`, `about:`) is same-site with nothing.
 *
 * @see RFC 6265bis section 5.2; https://html.spec.whatwg.org/multipage/browsers.html#same-site
 */
export function isSameSite(a: URL, b: URL): boolean {
  if (a.protocol !== b.protocol) return false
  const left = canonicalHost(a)
  const right = canonicalHost(b)
  return left !== null && right !== null && siteOf(left) === siteOf(right)
}
