import { base64 } from '@/lib/engine/http/har/base64'
import { requestCookies, responseCookies } from '@/lib/engine/http/har/cookies'
import type { Har, HarEntry, HarPage, HarPair, HarRequest, HarResponse } from '@/lib/engine/http/har/types'
import type { HeaderList } from '@/lib/engine/http/message'
import { headSize, isChunked, LAST_CHUNK } from '@/lib/engine/http/wire'
import { requestBody, responseBody } from '@/lib/engine/trace/bodies'
import { type ExchangeRecord, exchangesAt } from '@/lib/engine/trace/exchanges-at'
import type { Log } from '@/lib/engine/trace/log'

const CREATOR = { name: 'Barbershop', version: '1' } as const
const VERSION = 'HTTP/1.1'

/** The exchanges of a log as an HTTP archive, which browsers' developer tools and others can open. */
export function harOf(log: Log): Har {
  const records = [...exchangesAt(log, log.length).values()]
  return {
    log: { version: '1.2', creator: CREATOR, pages: pagesOf(records), entries: records.map((one) => entry(one, log)) },
  }
}

function pagesOf(records: readonly ExchangeRecord[]): readonly HarPage[] {
  const pages = new Map<string, HarPage>()
  for (const { visitor, sent } of records) {
    if (pages.has(visitor)) continue
    pages.set(visitor, { startedDateTime: moment(sent.at), id: visitor, title: visitor, pageTimings: {} })
  }
  return [...pages.values()]
}

function entry(record: ExchangeRecord, log: Log): HarEntry {
  const { id, visitor, sent, head, end } = record
  const wait = (head?.at ?? end?.at ?? sent.at) - sent.at
  const receive = head && end ? end.at - head.at : 0
  return {
    pageref: visitor,
    startedDateTime: moment(sent.at),
    time: wait + receive,
    request: request(record, log),
    response: response(record, log),
    cache: {},
    timings: { send: 0, wait, receive },
    _exchange: id,
    _visitor: visitor,
  }
}

function request(record: ExchangeRecord, log: Log): HarRequest {
  const { method, target, headers, bodySize } = record.request
  const body = requestBody(log, record)
  const mimeType = headerOf(headers, 'content-type') ?? ''
  return {
    method,
    url: record.url,
    httpVersion: VERSION,
    cookies: requestCookies(headers),
    headers: pairs(headers),
    queryString: queryOf(record.url),
    headersSize: headSize(`${method} ${target} ${VERSION}`, headers),
    bodySize,
    ...(bodySize === 0 || !body.kept
      ? {}
      : { postData: { mimeType, params: [], text: new TextDecoder().decode(body.bytes) } }),
  }
}

function response(record: ExchangeRecord, log: Log): HarResponse {
  const { head, end } = record
  const error = end?.failure ? { _error: end.failure } : {}
  if (!head) {
    const content = { size: 0, mimeType: 'x-unknown' }
    const none = { httpVersion: VERSION, cookies: [], headers: [], headersSize: -1, bodySize: -1 }
    return { status: 0, statusText: '', ...none, content, redirectURL: '', ...error }
  }
  const { status, reason, headers } = head.response
  return {
    status,
    statusText: reason,
    httpVersion: VERSION,
    cookies: responseCookies(headers),
    headers: pairs(headers),
    content: contentOf(record, log),
    redirectURL: headerOf(headers, 'location') ?? '',
    headersSize: headSize(`${VERSION} ${status} ${reason}`, headers),
    bodySize: bodySizeOf(record),
    ...error,
  }
}

function contentOf(record: ExchangeRecord, log: Log): HarResponse['content'] {
  const mimeType = headerOf(record.head?.response.headers ?? [], 'content-type') ?? 'x-unknown'
  const size = record.bodySize
  const body = responseBody(log, record)
  if (!body.kept || size === 0) return { size, mimeType }
  const text = utf8(body.bytes)
  return text === null ? { size, mimeType, text: base64(body.bytes), encoding: 'base64' } : { size, mimeType, text }
}

/** Bytes of the body on the wire, frames of its chunks and the last chunk included (RFC 9112 section 7.1). */
function bodySizeOf({ head, end, pieces }: ExchangeRecord): number {
  const lastChunk = head && isChunked(head.response.headers) && end?.failure === null ? LAST_CHUNK.length : 0
  return pieces.toArray().reduce((size, { wire }) => size + wire, lastChunk)
}

/** `null` for bytes that are not UTF-8. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function queryOf(url: string): readonly HarPair[] {
  const query: HarPair[] = []
  new URL(url).searchParams.forEach((value, name) => {
    query.push({ name, value })
  })
  return query
}

function pairs(headers: HeaderList): readonly HarPair[] {
  return headers.map(([name, value]) => ({ name, value }))
}

function headerOf(headers: HeaderList, name: string): string | undefined {
  return headers.find(([given]) => given.toLowerCase() === name)?.[1]
}

function moment(at: number): string {
  return new Date(at).toISOString()
}
