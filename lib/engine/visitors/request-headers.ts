import type { HeaderLine, HeaderList } from '@/lib/engine/http/message'
import type { Via } from '@/lib/engine/story/action'

/** What the headers of a visitor's request depend on. */
export interface RequestContext {
  readonly url: URL
  readonly method: string
  readonly via: Via
  /** The page that the request comes from; `null` for the address bar and a new window. */
  readonly initiator: URL | null
  readonly sameSite: boolean
  readonly reload: boolean
  /** The page is to be fresh: a reload, a form that was posted, and wherever either was redirected to. */
  readonly revalidates: boolean
  /** Whether a request inside another site's page may carry cookies that are not partitioned. */
  readonly thirdPartyCookies: boolean
  /** Body size in bytes; `null` when the request has none. */
  readonly contentLength: number | null
  readonly cookie: string | null
  /** Set when the world's proxy stands in front of the server. */
  readonly viaProxy: boolean
}

const USER_AGENT = 'Mozilla/5.0 (Barbershop) Chrome/156.0.0.0'
const UPGRADE: HeaderLine = ['Upgrade-Insecure-Requests', '1']
const ACCEPT_PAGE: HeaderLine = [
  'Accept',
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8',
]
const ACCEPT_IMAGE: HeaderLine = ['Accept', 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8']
const ACCEPT_ANY: HeaderLine = ['Accept', '*/*']

const DESTINATION = {
  address: 'document',
  link: 'document',
  form: 'document',
  image: 'image',
  script: 'empty',
} as const satisfies Record<Via, string>

/**
 * The header lines of a current Chromium, in its order (read off Chromium 156, each way to make a request by itself),
 * with a short fixed User-Agent and without client hints. Fetch metadata: W3C Fetch Metadata Request Headers. A script's
 * request is a `fetch` with `credentials: 'include'`. That https pages load nothing over http is not modelled.
 */
export function requestHeaders(context: RequestContext): HeaderList {
  const { url, via, initiator, contentLength } = context
  const navigation = isNavigation(via)
  const trustworthy = url.protocol === 'https:' || isLoopback(url.hostname)
  const origin = originLine(context)
  const type: HeaderLine | null = contentLength === null ? null : ['Content-Type', 'application/x-www-form-urlencoded']
  const agent: HeaderLine = ['User-Agent', USER_AGENT]
  const lines: (HeaderLine | null)[] = [
    ['Host', url.host],
    ['Connection', 'keep-alive'],
    contentLength === null ? null : ['Content-Length', String(contentLength)],
    context.revalidates ? ['Cache-Control', 'max-age=0'] : null,
    ...(navigation
      ? [UPGRADE, ...(context.reload ? [agent, origin, type] : [type, agent, origin]), ACCEPT_PAGE]
      : [agent, type, via === 'image' ? ACCEPT_IMAGE : ACCEPT_ANY, origin]),
    ...(trustworthy ? fetchMetadata(context, navigation) : []),
    referer(url, initiator),
    ['Accept-Encoding', trustworthy ? 'gzip, deflate, br, zstd' : 'gzip, deflate'],
    ['Accept-Language', 'zh-CN,zh;q=0.9,en;q=0.8'],
    context.cookie === null ? null : ['Cookie', context.cookie],
    ...(context.viaProxy ? proxyLines(url) : []),
  ]
  return lines.filter((line) => line !== null)
}

/** Whether a request opens a page in the window. */
export function isNavigation(via: Via): boolean {
  return via === 'address' || via === 'link' || via === 'form'
}

/** Replaces lines of the same name in place (the first of them) and appends the rest. */
export function overrideHeaders(base: HeaderList, extra: HeaderList): HeaderList {
  const overridden = new Set(extra.map(([name]) => name.toLowerCase()))
  return [...base.filter(([name]) => !overridden.has(name.toLowerCase())), ...extra]
}

function fetchMetadata(context: RequestContext, navigation: boolean): HeaderLine[] {
  const { url, initiator, via } = context
  const site =
    initiator === null
      ? 'none'
      : initiator.origin === url.origin
        ? 'same-origin'
        : context.sameSite
          ? 'same-site'
          : 'cross-site'
  const lines: HeaderLine[] = [
    ['Sec-Fetch-Site', site],
    ['Sec-Fetch-Mode', navigation ? 'navigate' : via === 'image' ? 'no-cors' : 'cors'],
  ]
  if (navigation) lines.push(['Sec-Fetch-User', '?1'])
  lines.push(['Sec-Fetch-Dest', DESTINATION[via]])
  if (!navigation && site === 'cross-site') {
    lines.push(['Sec-Fetch-Storage-Access', context.thirdPartyCookies ? 'active' : 'none'])
  }
  return lines
}

/**
 * Where a request that may change something comes from. Over plain http an https page is not named, except to a script's
 * request, which tells its origin wherever another one is asked.
 *
 * @see https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
function originLine({ url, method, via, initiator }: RequestContext): HeaderLine | null {
  const isSafe = method === 'GET' || method === 'HEAD'
  const crossesOrigin = initiator !== null && initiator.origin !== url.origin
  if (via === 'script' && crossesOrigin) return ['Origin', initiator.origin]
  if (isSafe) return null
  if (initiator === null || isDowngrade(initiator, url)) return ['Origin', 'null']
  return ['Origin', initiator.origin]
}

function isDowngrade(from: URL, to: URL): boolean {
  return from.protocol === 'https:' && to.protocol === 'http:'
}

/** Referrer policy strict-origin-when-cross-origin, today's default. */
function referer(url: URL, initiator: URL | null): HeaderLine | null {
  if (initiator === null) return null
  if (isDowngrade(initiator, url)) return null
  if (initiator.origin !== url.origin) return ['Referer', `${initiator.origin}/`]
  return ['Referer', `${initiator.origin}${initiator.pathname}${initiator.search}`]
}

function proxyLines(url: URL): HeaderLine[] {
  return [
    ['X-Forwarded-For', '203.0.113.7'],
    ['X-Forwarded-Host', url.host],
    ['X-Forwarded-Proto', 'https'],
  ]
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}
