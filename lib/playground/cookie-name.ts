import type { StoredCookie } from '@/lib/engine/cookies/cookie'

/** How an action names a cookie. */
export interface CookieName {
  readonly host: string
  readonly name: string
  readonly path?: string
}

/**
 * A cookie's name for an action: its path only where the jar has several of that name, so that the action means the same
 * once the program sets it with another path.
 */
export function cookieName({ domain, name, path }: StoredCookie, jar: Iterable<StoredCookie>): CookieName {
  const alike = [...jar].filter((other) => other.name === name && other.domain === domain)
  return { host: domain, name, ...(alike.length > 1 ? { path } : {}) }
}
