/** The SameSite attribute as stored. `Default`: none was given, treated as Lax with the two-minute exception. */
export type SameSite = 'Strict' | 'Lax' | 'None' | 'Default'

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
}

/** What makes two cookies the same one (RFC 6265bis section 5.7: name, domain, host-only-flag and path). */
export type CookieKey = string

/** Key of a cookie in a jar. None of the parts can hold a line feed, so no two cookies share a key. */
export function cookieKey(cookie: Pick<StoredCookie, 'name' | 'domain' | 'hostOnly' | 'path'>): CookieKey {
  return `${cookie.name}\n${scopeOf(cookie)}`
}

/** Domain and path in one, as DevTools writes them: a leading dot says that subdomains are meant too. */
export function scopeOf(cookie: Pick<StoredCookie, 'domain' | 'hostOnly' | 'path'>): string {
  return cookie.hostOnly ? cookie.domain + cookie.path : `.${cookie.domain}${cookie.path}`
}
