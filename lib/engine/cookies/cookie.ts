/** The SameSite attribute as stored. `Default`: none was given, treated as Lax with the two-minute exception. */
export type SameSite = 'Strict' | 'Lax' | 'None' | 'Default'

/** Chromium's Priority attribute: what a purge spares longest. */
export type Priority = 'Low' | 'Medium' | 'High'

/**
 * A cookie as a user agent stores it (RFC 6265bis section 5.7). Times in milliseconds since the Unix epoch.
 * Name and value are octets, one character each, as Node gives and takes header values.
 */
export interface StoredCookie {
  readonly name: string
  readonly value: string
  readonly domain: string
  readonly hostOnly: boolean
  readonly path: string
  readonly secure: boolean
  readonly httpOnly: boolean
  readonly sameSite: SameSite
  /** `null` for a session cookie, which goes when the browser closes. */
  readonly expiry: number | null
  readonly creation: number
  readonly lastAccess: number
  /** As given; without one it is Medium. */
  readonly priority?: Priority
  /** Of a partitioned cookie, the site on whose pages it was set and to which it is confined: `https://shop.example`. */
  readonly partition?: string
}

/** What makes two cookies the same one (RFC 6265bis section 5.7: name, domain, host-only-flag and path; and partition). */
export type CookieKey = string

type Scope = Pick<StoredCookie, 'domain' | 'hostOnly' | 'path' | 'partition'>

/** Key of a cookie in a jar. None of the parts can hold a line feed, so no two cookies share a key. */
export function cookieKey(cookie: Pick<StoredCookie, 'name'> & Scope): CookieKey {
  const key = `${cookie.name}\n${hostScopeOf(cookie)}${cookie.path}`
  return cookie.partition === undefined ? key : `${key}\n${cookie.partition}`
}

/**
 * Domain and path in one, as DevTools writes them: a leading dot says that subdomains are meant too. What is
 * partitioned has its partition behind it.
 */
export function scopeOf(cookie: Scope): string {
  const scope = hostScopeOf(cookie) + cookie.path
  return cookie.partition === undefined ? scope : `${scope} [${cookie.partition}]`
}

/** The hosts that a cookie is for: one host, or with a leading dot a domain and its subdomains. */
export function hostScopeOf(cookie: Pick<StoredCookie, 'domain' | 'hostOnly'>): string {
  return cookie.hostOnly ? cookie.domain : `.${cookie.domain}`
}
