import { describe, expect, test } from 'vitest'
import type { Via } from '@/lib/engine/story/action'
import { type RequestContext, requestHeaders } from '@/lib/engine/visitors/request-headers'

function context(via: Via, from: string | null, to: string, more: Partial<RequestContext> = {}): RequestContext {
  const method = more.method ?? 'GET'
  return {
    url: new URL(to),
    method,
    via,
    initiator: from === null ? null : new URL(from),
    sameSite: from === null,
    reload: false,
    revalidates: via === 'form' && method === 'POST',
    thirdPartyCookies: true,
    contentLength: method === 'POST' ? 3 : null,
    cookie: 'a=1',
    viaProxy: false,
    ...more,
  }
}

/** The lines that tell where a request comes from and how, in their order; the rest by name only. */
function told(of: RequestContext): string[] {
  const telling = /^(Cache-Control|Origin|Referer|Sec-Fetch-)/
  return requestHeaders(of).map(([name, value]) => (telling.test(name) ? `${name}: ${value}` : name))
}

const evil = 'https://evil.example/trap?x=1'
const shop = 'https://shop.example/user'
const local = 'http://localhost:9090/user'
const posted = { method: 'POST' }

describe('Headers as Chromium 156 sends them', () => {
  test('from the address bar', () => {
    expect(told(context('address', null, local))).toEqual([
      'Host',
      'Connection',
      'Upgrade-Insecure-Requests',
      'User-Agent',
      'Accept',
      'Sec-Fetch-Site: none',
      'Sec-Fetch-Mode: navigate',
      'Sec-Fetch-User: ?1',
      'Sec-Fetch-Dest: document',
      'Accept-Encoding',
      'Accept-Language',
      'Cookie',
    ])
  })

  test.each<[Via, string]>([
    ['link', shop],
    ['form', `${shop}?q=1`],
  ])('a %s of another site names its origin only', (via, url) => {
    expect(told(context(via, evil, url))).toEqual([
      'Host',
      'Connection',
      'Upgrade-Insecure-Requests',
      'User-Agent',
      'Accept',
      'Sec-Fetch-Site: cross-site',
      'Sec-Fetch-Mode: navigate',
      'Sec-Fetch-User: ?1',
      'Sec-Fetch-Dest: document',
      'Referer: https://evil.example/',
      'Accept-Encoding',
      'Accept-Language',
      'Cookie',
    ])
  })

  test('a form that another site posts', () => {
    expect(told(context('form', evil, shop, posted))).toEqual([
      'Host',
      'Connection',
      'Content-Length',
      'Cache-Control: max-age=0',
      'Upgrade-Insecure-Requests',
      'Content-Type',
      'User-Agent',
      'Origin: https://evil.example',
      'Accept',
      'Sec-Fetch-Site: cross-site',
      'Sec-Fetch-Mode: navigate',
      'Sec-Fetch-User: ?1',
      'Sec-Fetch-Dest: document',
      'Referer: https://evil.example/',
      'Accept-Encoding',
      'Accept-Language',
      'Cookie',
    ])
  })

  test('a posted form once more', () => {
    const again = context('form', local, local, { ...posted, sameSite: true, reload: true, revalidates: true })
    expect(told(again).slice(2, 9)).toEqual([
      'Content-Length',
      'Cache-Control: max-age=0',
      'Upgrade-Insecure-Requests',
      'User-Agent',
      'Origin: http://localhost:9090',
      'Content-Type',
      'Accept',
    ])
  })

  test('an image in another site’s page', () => {
    expect(told(context('image', evil, shop))).toEqual([
      'Host',
      'Connection',
      'User-Agent',
      'Accept',
      'Sec-Fetch-Site: cross-site',
      'Sec-Fetch-Mode: no-cors',
      'Sec-Fetch-Dest: image',
      'Sec-Fetch-Storage-Access: active',
      'Referer: https://evil.example/',
      'Accept-Encoding',
      'Accept-Language',
      'Cookie',
    ])
  })

  test('a script of another site’s page, also when it only reads', () => {
    expect(told(context('script', evil, shop, { thirdPartyCookies: false }))).toEqual([
      'Host',
      'Connection',
      'User-Agent',
      'Accept',
      'Origin: https://evil.example',
      'Sec-Fetch-Site: cross-site',
      'Sec-Fetch-Mode: cors',
      'Sec-Fetch-Dest: empty',
      'Sec-Fetch-Storage-Access: none',
      'Referer: https://evil.example/',
      'Accept-Encoding',
      'Accept-Language',
      'Cookie',
    ])
    expect(told(context('script', evil, shop, posted)).slice(2, 7)).toEqual([
      'Content-Length',
      'User-Agent',
      'Content-Type',
      'Accept',
      'Origin: https://evil.example',
    ])
  })

  test('what comes from the page’s own origin names all of it, and a script that reads has no Origin', () => {
    const own = told(context('script', 'http://localhost:9090/a?b=c', local, { sameSite: true }))
    expect(own.filter((line) => line.includes(': '))).toEqual([
      'Sec-Fetch-Site: same-origin',
      'Sec-Fetch-Mode: cors',
      'Sec-Fetch-Dest: empty',
      'Referer: http://localhost:9090/a?b=c',
    ])
  })

  test('another port is another origin on the same site', () => {
    const other = told(context('image', 'http://localhost:8080/', local, { sameSite: true }))
    expect(other).toContain('Sec-Fetch-Site: same-site')
    expect(other).toContain('Referer: http://localhost:8080/')
  })

  test('plain http learns nothing of an https page: no Referer, and an Origin without a name', () => {
    expect(told(context('form', evil, local, posted)).filter((line) => /Referer|Origin/.test(line))).toEqual([
      'Origin: null',
    ])
    expect(told(context('link', evil, 'http://shop.example/')).filter((line) => line.includes(': '))).toEqual([])
    expect(told(context('script', evil, local))).toContain('Origin: https://evil.example')
  })

  test('the world’s proxy says that the visitor came over https', () => {
    const lines = requestHeaders(context('address', null, shop, { viaProxy: true }))
    expect(lines.slice(-3)).toEqual([
      ['X-Forwarded-For', '203.0.113.7'],
      ['X-Forwarded-Host', 'shop.example'],
      ['X-Forwarded-Proto', 'https'],
    ])
  })
})
