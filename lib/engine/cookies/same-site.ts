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

/** A URL's site with its scheme, `https://shop.example`: the key of a partition. */
export function schemefulSite(url: URL): string {
  const host = canonicalHost(url)
  return host === null ? url.protocol : `${url.protocol}//${siteOf(host)}`
}

/** The site in whose page a request is made, if that is another site than the request's own; else `null`. */
export function thirdPartyTo({
  url,
  topLevelSite,
}: {
  readonly url: URL
  readonly topLevelSite?: string
}): string | null {
  return topLevelSite === undefined || topLevelSite === schemefulSite(url) ? null : topLevelSite
}
