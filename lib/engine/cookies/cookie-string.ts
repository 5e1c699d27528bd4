import type { StoredCookie } from '@/lib/engine/cookies/cookie'

/**
 * The order of the Cookie header: longer paths first, then earlier creation. Cookies made in the same millisecond keep
 * the order in which they came.
 *
 * @see RFC 6265bis section 5.8.3 step 4
 */
export function byHeaderOrder(a: StoredCookie, b: StoredCookie): number {
  return b.path.length - a.path.length || a.creation - b.creation
}

/**
 * The value of a Cookie header. A nameless cookie is its value alone, without "=".
 * @see RFC 6265bis section 5.8.3 step 6
 */
export function cookieString(cookies: readonly StoredCookie[]): string {
  return cookies.map(({ name, value }) => (name === '' ? value : `${name}=${value}`)).join('; ')
}
