import { parse } from 'tldts'
import { isIpAddress, withoutRootDot } from '@/lib/engine/cookies/canonical-host'

interface Registration {
  readonly publicSuffix: string | null
  readonly registrableDomain: string | null
}

const options = { allowPrivateDomains: true, extractHostname: false, validateHostname: false }
const unregistered: Registration = { publicSuffix: null, registrableDomain: null }

/** Looking a host up costs more than all else in an exchange, and a world has few hosts. */
const known = new Map<string, Registration>()
const knownLimit = 1000

function registrationOf(host: string): Registration {
  const before = known.get(host)
  if (before !== undefined) return before
  const registration = lookUp(host)
  if (known.size >= knownLimit) known.clear()
  known.set(host, registration)
  return registration
}

function lookUp(host: string): Registration {
  if (isIpAddress(host)) return unregistered
  // Needs no list: evaluating it takes as long as half of a program's start.
  if (host === 'localhost') return { publicSuffix: host, registrableDomain: null }
  const found = parse(withoutRootDot(host), options)
  return { publicSuffix: found.publicSuffix, registrableDomain: found.domain }
}

/** Whether anyone may own names under this domain (publicsuffix.org, with the private section; unlisted: the TLD). */
export function isPublicSuffix(domain: string): boolean {
  return registrationOf(domain).publicSuffix === withoutRootDot(domain)
}

/**
 * The registrable domain of a canonical host: its public suffix and one label more. A host without one, such as
 * `localhost` or an IP address, is a site of its own.
 */
export function siteOf(host: string): string {
  return registrationOf(host).registrableDomain ?? host
}
