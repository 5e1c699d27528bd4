/** Where a URL leads inside the world. */
export type Route =
  | { readonly kind: 'port'; readonly port: number; readonly viaProxy: boolean }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown-host' }

const ATTACKER = 'evil.example'

/**
 * Resolves a URL. `localhost` and loopback addresses lead to the port named. `shop.example` and its
 * subdomains are the program's public names: ports 80 and 443 lead to its first server, https by way of
 * the world's own proxy. `evil.example` is the attacker's name: requests come from its pages, but nothing of it is
 * served. Every other name is unknown: a world has no network outside of itself.
 */
export function route(url: URL, ports: readonly number[]): Route {
  const host = url.hostname
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
  if (host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)) {
    return url.protocol === 'http:' && ports.includes(port)
      ? { kind: 'port', port, viaProxy: false }
      : { kind: 'refused' }
  }
  if (host === 'shop.example' || host.endsWith('.shop.example')) {
    const first = ports[0]
    if (first === undefined) return { kind: 'refused' }
    if (port === 80 || port === 443) return { kind: 'port', port: first, viaProxy: url.protocol === 'https:' }
    return url.protocol === 'http:' && ports.includes(port)
      ? { kind: 'port', port, viaProxy: false }
      : { kind: 'refused' }
  }
  return host === ATTACKER || host.endsWith(`.${ATTACKER}`) ? { kind: 'refused' } : { kind: 'unknown-host' }
}
