/**
 * The host of a URL as cookies know it. Lower case, A-labels for other scripts and the canonical form of IP addresses
 * are the URL parser's work already; like browsers, and unlike the letter of the section, this accepts labels such as
 * `my_shop`. No port: ports do not separate cookies (section 8.5).
 *
 * @returns `null` when there is no host, or one with an empty label
 * @see RFC 6265bis section 5.1.2
 */
export function canonicalHost(url: URL): string | null {
  const host = url.hostname
  return host === '' || host.startsWith('.') || host.includes('..') ? null : host
}

/** The same for a host that a person typed, with or without a port. */
export function canonicalHostName(typed: string): string | null {
  try {
    return canonicalHost(new URL(`http://${typed}`))
  } catch {
    return null
  }
}

/** Whether a canonical host is an IP address and so has no subdomains. */
export function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host)
}

/** Whether a canonical host is this very computer: localhost, names under it, and loopback addresses (RFC 6761). */
export function isLoopback(host: string): boolean {
  const name = withoutRootDot(host)
  if (name === 'localhost' || name.endsWith('.localhost') || name === '[::1]') return true
  return name.startsWith('127.') && isIpAddress(name)
}

/** `shop.example.` and `shop.example` are the same name in DNS, although not to cookies. */
export function withoutRootDot(host: string): string {
  return host.endsWith('.') ? host.slice(0, -1) : host
}
