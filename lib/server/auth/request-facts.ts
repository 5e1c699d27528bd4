/**
 * Who a request is from, and by which way. `X-Forwarded-…` says it: the start command takes those lines away unless a
 * proxy is to be trusted, and Next then writes what the connection itself shows.
 */
export function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',')[0]?.trim() || 'unknown'
}

export function isHttps(headers: Headers): boolean {
  return headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
}

/**
 * Whether a request that changes something comes from a page of ours. Browsers put Origin on every such request; what
 * has neither Origin nor Referer is no browser and no page of ours either.
 */
export function isFromOurPages(headers: Headers): boolean {
  const from = headers.get('origin') ?? headers.get('referer')
  if (from === null || !URL.canParse(from)) return false
  const host = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host')
  const { host: theirs, protocol } = new URL(from)
  return theirs !== '' && theirs === host && protocol === (isHttps(headers) ? 'https:' : 'http:')
}
