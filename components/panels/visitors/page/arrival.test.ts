import { describe, expect, it } from 'vitest'
import { type Arrival, arrivalRequest, isWay } from './arrival'

const PAGE = 'http://localhost:9090/user'
const arrival = (more: Partial<Arrival>): Arrival => ({
  from: 'https://evil.example',
  way: 'link',
  to: '/logout',
  fields: '',
  ...more,
})

describe('arrivalRequest', () => {
  it.each([
    [arrival({}), { url: '/logout', via: 'link', from: 'https://evil.example' }],
    [arrival({ way: 'image', to: PAGE }), { url: '/user', via: 'image', from: 'https://evil.example' }],
    [arrival({ way: 'script' }), { url: '/logout', via: 'script', from: 'https://evil.example' }],
    [arrival({ way: 'form-get', to: '?q=1' }), { url: '/user?q=1', via: 'form', from: 'https://evil.example' }],
    [
      arrival({ way: 'form-post', from: 'evil.example', fields: 'a=1' }),
      { url: '/logout', via: 'form', from: 'https://evil.example', method: 'POST', body: 'a=1' },
    ],
    [
      arrival({ from: 'http://other.example:8080/a' }),
      { url: '/logout', via: 'link', from: 'http://other.example:8080' },
    ],
  ])('%o', (typed, request) => {
    expect(arrivalRequest(typed, PAGE)).toEqual(request)
  })

  it('says which part leads nowhere', () => {
    expect(arrivalRequest(arrival({ from: '' }), PAGE)).toBe('from')
    expect(arrivalRequest(arrival({ from: 'a b' }), PAGE)).toBe('from')
    expect(arrivalRequest(arrival({ to: '' }), PAGE)).toBe('to')
  })
})

it('isWay', () => {
  expect(['link', 'form', null].map(isWay)).toEqual([true, false, false])
})
