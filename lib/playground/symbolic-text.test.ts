import { expect, test } from 'vitest'
import { CookieJar } from '@/lib/engine/cookies/jar'
import type { EventBody } from '@/lib/engine/trace/event'
import { jarAt } from '@/lib/engine/trace/jar-at'
import { logOf } from '@/lib/engine/trace/log-of'
import { symbolicText } from '@/lib/playground/symbolic-text'

/** Jars in which these Set-Cookie lines arrived. */
function jars(lines: readonly (readonly [visitor: string, line: string])[]) {
  const own = new Map<string, CookieJar>()
  const events = lines.flatMap(([visitor, line]): EventBody[] => {
    const jar = own.get(visitor) ?? new CookieJar()
    own.set(visitor, jar)
    const context = { url: new URL('http://localhost:9090/'), now: 0, httpApi: true, sameSiteRequest: true }
    return jar.receive(line, context).map((decision) => ({ type: 'cookie', visitor, exchange: 1, decision }))
  })
  const log = logOf(...events)
  return jarAt(log, log.length)
}

const ID = 'kT3p9xVw-1a_2b'
const signed = `connect.sid=s%3A${ID}.signature`

test('a session’s file is named by the cookie that holds its id', () => {
  const known = jars([
    ['alice', 'theme=dark'],
    ['bob', signed],
  ])
  expect(symbolicText(`sessions/${ID}.json`, known)).toBe('sessions/{bob/connect.sid}.json')
})

test('what no cookie holds stays as it is', () => {
  expect(symbolicText(`sessions/${ID}.json`, jars([['alice', 'theme=dark']]))).toBe(`sessions/${ID}.json`)
})

test('a short value in a path is there by chance', () => {
  expect(symbolicText('dark/notes.txt', jars([['alice', 'theme=dark']]))).toBe('dark/notes.txt')
})

test('of two cookies of one name none is meant', () => {
  const known = jars([
    ['bob', signed],
    ['bob', `${signed}; Path=/visit`],
  ])
  expect(symbolicText(`sessions/${ID}.json`, known)).toBe(`sessions/${ID}.json`)
})
