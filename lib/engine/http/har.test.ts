import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { harOf } from '@/lib/engine/http/har'
import { base64 } from '@/lib/engine/http/har/base64'
import { requestBytes, responseBytes } from '@/lib/engine/http/wire'
import { emptyLog } from '@/lib/engine/trace/log'
import { logOf, requestSent } from '@/lib/engine/trace/log-of'
import { testWorld } from '@/lib/engine/trace/test-log'

/** HAR 1.2: what every archive must have, and how. Fields that begin with an underscore are anybody's own. */
const pair = z.strictObject({ name: z.string(), value: z.string() })
const cookie = pair.extend({
  path: z.string().optional(),
  domain: z.string().optional(),
  expires: z.iso.datetime().optional(),
  httpOnly: z.boolean().optional(),
  secure: z.boolean().optional(),
})
const size = z.int().min(-1)
const message = {
  httpVersion: z.string().min(1),
  cookies: z.array(cookie),
  headers: z.array(pair),
  headersSize: size,
  bodySize: size,
}
const content = z.strictObject({
  size: z.int().min(0),
  mimeType: z.string().min(1),
  text: z.string().optional(),
  encoding: z.literal('base64').optional(),
})
const entry = z
  .strictObject({
    pageref: z.string(),
    startedDateTime: z.iso.datetime(),
    time: z.number().min(0),
    request: z.strictObject({
      ...message,
      method: z.string().min(1),
      url: z.url(),
      queryString: z.array(pair),
      postData: z.strictObject({ mimeType: z.string(), params: z.array(pair), text: z.string() }).optional(),
    }),
    response: z.strictObject({
      ...message,
      status: z.int().min(0),
      statusText: z.string(),
      content,
      redirectURL: z.string(),
      _error: z.string().optional(),
    }),
    cache: z.strictObject({}),
    timings: z.strictObject({ send: z.number().min(0), wait: z.number().min(0), receive: z.number().min(0) }),
    _exchange: z.int(),
    _visitor: z.string(),
  })
  .refine(({ time, timings: { send, wait, receive } }) => time === send + wait + receive, 'time is the sum of timings')
const archive = z.strictObject({
  log: z
    .strictObject({
      version: z.literal('1.2'),
      creator: z.strictObject({ name: z.string(), version: z.string() }),
      pages: z.array(
        z.strictObject({
          startedDateTime: z.iso.datetime(),
          id: z.string(),
          title: z.string(),
          pageTimings: z.strictObject({}),
        }),
      ),
      entries: z.array(entry),
    })
    .refine(({ pages, entries }) => entries.every(({ pageref }) => pages.some(({ id }) => id === pageref))),
})

const encoder = new TextEncoder()

describe('an HTTP archive', () => {
  it('is valid, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (choices) => {
        const har = harOf(emptyLog().append(testWorld(choices).events))
        expect(archive.safeParse(JSON.parse(JSON.stringify(har))).error).toBeUndefined()
      }),
      { seed: 1, numRuns: 50 },
    )
  })

  it('has what was sent and what came, with times and cookies', () => {
    const headers = [
      ['Host', 'localhost:9090'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Cookie', 'a=1; b=2=3'],
    ] as const
    const request = { method: 'POST', target: '/login?next=%2Fuser', headers, body: encoder.encode('user=alice') }
    const head = {
      status: 302,
      reason: 'Found',
      headers: [
        ['Location', '/user'],
        ['Content-Type', 'text/plain; charset=utf-8'],
        ['Set-Cookie', 'c=4; Path=/; HttpOnly; Expires=Wed, 21 Oct 2026 07:28:00 GMT'],
        ['Transfer-Encoding', 'chunked'],
      ] as const,
    }
    const url = 'http://localhost:9090/login?next=%2Fuser'
    const piece = encoder.encode('欢迎')
    const log = logOf(
      { type: 'request-sent', exchange: 1, visitor: 'alice', url, request, via: 'form', process: 1 },
      200,
      { type: 'response-head', exchange: 1, head },
      { type: 'response-data', exchange: 1, data: piece, wire: 11 },
      300,
      { type: 'response-ended', exchange: 1 },
    )
    const [only] = harOf(log).log.entries
    expect(only).toMatchObject({
      startedDateTime: '1970-01-01T00:00:00.000Z',
      time: 500,
      timings: { send: 0, wait: 200, receive: 300 },
      request: {
        url,
        method: 'POST',
        queryString: [{ name: 'next', value: '/user' }],
        cookies: [
          { name: 'a', value: '1' },
          { name: 'b', value: '2=3' },
        ],
        postData: { mimeType: 'application/x-www-form-urlencoded', params: [], text: 'user=alice' },
      },
      response: {
        status: 302,
        redirectURL: '/user',
        cookies: [
          { name: 'c', value: '4', path: '/', expires: '2026-10-21T07:28:00.000Z', httpOnly: true, secure: false },
        ],
        content: { size: 6, mimeType: 'text/plain; charset=utf-8', text: '欢迎' },
      },
    })
    const sizes = (message?: { headersSize: number; bodySize: number }) =>
      (message?.headersSize ?? 0) + (message?.bodySize ?? 0)
    expect(sizes(only?.request)).toBe(requestBytes(request).length)
    expect(sizes(only?.response)).toBe(responseBytes(head, [piece], true).length)
  })

  it('says why there is no answer', () => {
    const log = logOf(requestSent(1), 5, { type: 'exchange-failed', exchange: 1, failure: 'connection-refused' })
    expect(harOf(log).log.entries[0]).toMatchObject({
      time: 5,
      response: { status: 0, statusText: '', headersSize: -1, _error: 'connection-refused' },
    })
  })

  it('holds bytes that are no text in base64', () => {
    const head = { status: 200, reason: 'OK', headers: [] }
    const log = logOf(
      requestSent(1),
      { type: 'response-head', exchange: 1, head },
      { type: 'response-data', exchange: 1, data: Uint8Array.of(0xff, 0xfe), wire: 2 },
      { type: 'response-ended', exchange: 1 },
    )
    expect(harOf(log).log.entries[0]?.response.content).toEqual({
      size: 2,
      mimeType: 'x-unknown',
      text: '//4=',
      encoding: 'base64',
    })
  })
})

it('writes base64 as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
    }),
    { seed: 1 },
  )
})
