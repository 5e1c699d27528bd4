import { describe, expect, it } from 'vitest'
import { baseAddress, formDestination, linkDestination, typedAddress } from './destination'

const PAGE = 'http://localhost:9090/shop/list?page=1'

describe('linkDestination', () => {
  it.each([
    ['/user', '/user'],
    ['cart', '/shop/cart'],
    ['?page=2', '/shop/list?page=2'],
    ['', '/shop/list?page=1'],
    ['//evil.example/steal', 'http://evil.example/steal'],
    ['https://shop.example/', 'https://shop.example/'],
    ['HTTP://LOCALHOST:9090/a b', '/a%20b'],
  ])('follows %j to %s', (href, url) => {
    expect(linkDestination(href, PAGE, PAGE)).toEqual({ kind: 'request', request: { url, via: 'link' } })
  })

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'mailto:a@b.example',
    'http://',
    'blob:x',
    'file:///etc',
  ])('follows %j nowhere', (href) => {
    expect(linkDestination(href, PAGE, PAGE)).toEqual({ kind: 'nowhere' })
  })

  it('stays on the page for a fragment, whatever its encoding', () => {
    expect(linkDestination('#%E5%8D%A1', PAGE, PAGE)).toEqual({ kind: 'fragment', id: '卡' })
    expect(linkDestination('#100%', PAGE, PAGE)).toEqual({ kind: 'fragment', id: '100%' })
    expect(linkDestination('/user#top', PAGE, PAGE)).toMatchObject({ request: { url: '/user#top' } })
  })

  it('starts relative addresses from the page’s own base', () => {
    const base = baseAddress('/help/', PAGE)
    expect(base).toBe('http://localhost:9090/help/')
    expect(linkDestination('faq', PAGE, base)).toMatchObject({ request: { url: '/help/faq' } })
    expect(baseAddress('javascript:x', PAGE)).toBe(PAGE)
    expect(baseAddress(null, PAGE)).toBe(PAGE)
  })
})

describe('formDestination (HTML section 4.10.21.3)', () => {
  const fields = [
    ['name', '张三'],
    ['note', 'a&b\nc'],
  ] as const

  it('puts the fields of a GET into the query, in the place of the old one', () => {
    expect(formDestination({ action: '/login?old=1', method: 'get', fields }, PAGE, PAGE)).toEqual({
      kind: 'request',
      request: { url: '/login?name=%E5%BC%A0%E4%B8%89&note=a%26b%0D%0Ac', via: 'form' },
    })
  })

  it('puts the fields of a POST into the body and keeps the query', () => {
    expect(formDestination({ action: '/login?next=/', method: 'POST', fields }, PAGE, PAGE)).toEqual({
      kind: 'request',
      request: {
        url: '/login?next=/',
        method: 'POST',
        body: 'name=%E5%BC%A0%E4%B8%89&note=a%26b%0D%0Ac',
        via: 'form',
      },
    })
  })

  it('sends a form without action to its own page', () => {
    expect(formDestination({ action: '', method: '', fields: [] }, PAGE, 'http://evil.example/')).toMatchObject({
      request: { url: '/shop/list' },
    })
  })

  it('leads nowhere with a javascript action or as a dialog', () => {
    expect(formDestination({ action: 'javascript:x', method: 'post', fields }, PAGE, PAGE)).toEqual({ kind: 'nowhere' })
    expect(formDestination({ action: '/x', method: 'dialog', fields }, PAGE, PAGE)).toEqual({ kind: 'nowhere' })
  })
})

describe('typedAddress', () => {
  it.each([
    ['/user', PAGE, '/user'],
    ['?a=1', PAGE, '/shop/list?a=1'],
    ['http://localhost:9090/user', PAGE, '/user'],
    ['/user', null, '/user'],
    ['localhost:9091/x', PAGE, 'http://localhost:9091/x'],
    ['shop.example', null, 'http://shop.example/'],
    ['https://shop.example/a', null, 'https://shop.example/a'],
  ])('takes %j for %s', (text, page, url) => {
    expect(typedAddress(text, page)).toBe(url)
  })

  it.each(['', '   ', 'ftp://shop.example/', 'javascript://x', 'http://'])('takes %j for nothing', (text) => {
    expect(typedAddress(text, PAGE)).toBeNull()
  })
})
