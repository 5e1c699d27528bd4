/**
 * The path of a cookie without a Path attribute: the folder of the requested path.
 * @see RFC 6265bis section 5.1.4
 */
export function defaultPath(requestPath: string): string {
  if (!requestPath.startsWith('/')) return '/'
  const end = requestPath.lastIndexOf('/')
  return end === 0 ? '/' : requestPath.slice(0, end)
}

/**
 * Whether a requested path is the cookie's path or lies under it, folder by folder: `/shop` covers `/shop/cart`, not
 * `/shopping`.
 * @see RFC 6265bis section 5.1.4
 */
export function pathMatches(requestPath: string, cookiePath: string): boolean {
  if (!requestPath.startsWith(cookiePath)) return false
  return (
    requestPath.length === cookiePath.length ||
    cookiePath.endsWith('/') ||
    requestPath.charAt(cookiePath.length) === '/'
  )
}
