/** Where the world's proxy takes https requests for the program; localhost has no https. */
const PUBLIC_HOST = 'shop.example'

/** Whether a page came over https. */
export function isEncrypted(url: string | null): boolean {
  return url?.startsWith('https:') ?? false
}

/** The same page over http where it came over https, and over https where not: that is at the program's public name. */
export function otherSchemeAddress(url: string | null): string {
  const scheme = isEncrypted(url) ? 'http' : 'https'
  if (url === null || !URL.canParse(url)) return `${scheme}://${PUBLIC_HOST}/`
  const { hostname, pathname, search } = new URL(url)
  const host = hostname.endsWith(`.${PUBLIC_HOST}`) ? hostname : PUBLIC_HOST
  return `${scheme}://${host}${pathname}${search}`
}
