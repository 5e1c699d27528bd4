import { isLoopback } from '@/lib/engine/cookies/canonical-host'
import type { JarPolicy } from '@/lib/engine/cookies/policy'

/** How far a connection is trusted with Secure cookies: by encryption, by never leaving this computer, or not at all. */
export type ConnectionSecurity = 'encrypted' | 'loopback' | 'plain'

/**
 * What RFC 6265bis leaves to the user agent: whether a URL denotes a "secure" connection.
 * @see RFC 6265bis sections 5.7 step 13 and 5.8.3
 */
export function connectionSecurity(url: URL, host: string, policy: JarPolicy): ConnectionSecurity {
  if (url.protocol === 'https:' || url.protocol === 'wss:') return 'encrypted'
  return policy.loopbackIsSecure && isLoopback(host) ? 'loopback' : 'plain'
}
