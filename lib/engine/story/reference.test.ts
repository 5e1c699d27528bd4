import { describe, expect, test } from 'vitest'
import { CookieJar } from '@/lib/engine/cookies/jar'
import { epoch, from } from '@/lib/engine/cookies/test-contexts'
import { referenceParts, resolveReferences } from '@/lib/engine/story/reference'

function visitor(...received: readonly (string | readonly [url: string, line: string])[]) {
  const jar = new CookieJar()
  for (const each of received) {
    const [url, line] = typeof each === 'string' ? ['http://localhost:9090/', each] : each
    jar.receive(line, from(url))
  }
  return { jar }
}

const signed = 'connect.sid=s%3A7fQ2-x.y.c2ln%2Bbmd%2F; Path=/; HttpOnly'

describe('resolveReferences', () => {
  const visitors = new Map([
    ['alice', visitor(signed, 'theme=dark')],
    ['张三', visitor('sid=17.5')],
    ['bob-2', visitor('sid=s:unencoded.sig')],
  ])

  test.each([
    ['{alice/connect.sid}', '7fQ2-x.y'],
    ['{alice/connect.sid/raw}', 's%3A7fQ2-x.y.c2ln%2Bbmd%2F'],
    ['sess:{alice/connect.sid}', 'sess:7fQ2-x.y'],
    ['sessions/{alice/connect.sid}.json', 'sessions/7fQ2-x.y.json'],
    ['{alice/theme} and {张三/sid}', 'dark and 17.5'],
    ['{bob-2/sid}', 'unencoded'],
  ])('%s is %s', (text, resolved) => {
    expect(resolveReferences(text, visitors)).toBe(resolved)
  })

  test.each([
    '',
    'plain',
    '{"cookie":{"path":"/"},"user":"a/b"}',
    '{sid}',
    '{a b/c}',
    '{alice/}',
    '{/connect.sid}',
    '{alice/connect.sid/other}',
  ])('%s has no reference in it and stays as it is', (text) => {
    expect(resolveReferences(text, visitors)).toBe(text)
  })

  test.each(['{carol/connect.sid}', '{bob-2/connect.sid}', '{alice/theme}{alice/Theme}'])(
    '%s leads nowhere',
    (text) => {
      expect(resolveReferences(text, visitors)).toBeNull()
    },
  )

  test('a value with what would be a replacement pattern or a reference is only text', () => {
    const odd = new Map([['alice', visitor('a=$&{alice/b}', 'b=1')]])
    expect(resolveReferences('{alice/a/raw}', odd)).toBe('$&{alice/b}')
  })

  test('by its number, a value that the jar had once', () => {
    const { jar } = visitor('sid=s%3Aone.sig', 'sid=two', 'sid=s%3Aone.sig')
    const of = new Map([['alice', { jar }]])
    expect(resolveReferences('{alice/sid/1} {alice/sid/2}', of)).toBe('s%3Aone.sig two')
    expect(resolveReferences('{alice/sid/3}', of)).toBeNull()
    jar.delete({ host: 'localhost', name: 'sid' })
    expect(resolveReferences('sid={alice/sid/2}', of)).toBe('sid=two')
    expect(resolveReferences('{alice/sid/raw}', of)).toBeNull()
  })

  test('a value that is no percent-encoding stays as it is', () => {
    expect(resolveReferences('{alice/a}', new Map([['alice', visitor('a=100%')]]))).toBe('100%')
  })

  test('of several of the same name, the one that was set last, although another came first or was sent later', () => {
    const { jar } = visitor('a=old', ['http://shop.example/', 'a=shop'])
    const of = new Map([['alice', { jar }]])
    expect(resolveReferences('{alice/a}', of)).toBe('shop')
    jar.receive('a=new', from('http://localhost:9090/'))
    expect(resolveReferences('{alice/a}', of)).toBe('new')
    jar.delete({ host: 'localhost', name: 'a' })
    expect(resolveReferences('{alice/a}', of)).toBe('shop')
    jar.edit({ host: 'localhost', name: 'a' }, 'typed', epoch)
    expect(resolveReferences('{alice/a}', of)).toBe('typed')
  })
})

test('a text in pieces', () => {
  expect(referenceParts('Write sessions/{alice/connect.sid}.json by hand, {sid}')).toEqual([
    { type: 'text', text: 'Write sessions/' },
    { type: 'reference', text: '{alice/connect.sid}', visitor: 'alice', cookie: 'connect.sid' },
    { type: 'text', text: '.json by hand, {sid}' },
  ])
  expect(referenceParts('{bob/id/raw}')).toMatchObject([{ type: 'reference', visitor: 'bob', cookie: 'id' }])
  expect(referenceParts('')).toEqual([])
})
