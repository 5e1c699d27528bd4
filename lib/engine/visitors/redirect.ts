import type { ResponseHead } from '@/lib/engine/http/message'

/** Where a response sends the browser, and how; `null` when it is no redirect (RFC 9110 section 15.4, Fetch standard). */
export function redirectOf(head: ResponseHead, from: URL, method: string): { url: URL; method: string } | null {
  if (![301, 302, 303, 307, 308].includes(head.status)) return null
  const location = head.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  if (location === undefined) return null
  const url = URL.canParse(location, from.href) ? new URL(location, from.href) : null
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  if (url.hash === '') url.hash = from.hash
  return { url, method: methodAfter(head.status, method) }
}

function methodAfter(status: number, method: string): string {
  if (status === 303) return method === 'HEAD' ? 'HEAD' : 'GET'
  if ((status === 301 || status === 302) && method === 'POST') return 'GET'
  return method
}
