import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EventBody } from '@/lib/engine/trace/event'
import { logOf } from '@/lib/engine/trace/log-of'
import { parts, sessionOfCookie } from '@/lib/engine/trace/parts'
import { COLOURS, type SessionIds, sessionIdsAt } from '@/lib/engine/trace/session-ids-at'

const CARD = '17953920000000.6551540487702722'
const RANDOM = '-q3vTzk9BFy2_Jw8cN4rXeUoHs6Lm1Ga'

function row(key: string): EventBody {
  const store = { kind: 'variable', name: 'sessions' } as const
  return {
    type: 'row-set',
    process: 1,
    exchange: null,
    store,
    key,
    value: { type: 'null', text: 'null' },
    before: null,
  }
}

function idsOf(...keys: readonly string[]): SessionIds {
  const log = logOf(...keys.map(row))
  return sessionIdsAt(log, log.length)
}

/** The text with its session ids in brackets. */
function marked(ids: SessionIds, text: string): string {
  return parts(ids, text)
    .map((part) => (part.type === 'text' ? part.text : `[${part.text}]`))
    .join('')
}

test.each([
  ['a cookie', `connect.sid=${CARD}`, `connect.sid=[${CARD}]`],
  ['a Set-Cookie line', `connect.sid=${CARD}; Path=/`, `connect.sid=[${CARD}]; Path=/`],
  ['a signed cookie', `s:${CARD}.abc+/d`, `s:[${CARD}].abc+/d`],
  ['an encoded signed cookie', `a=1; sid=s%3A${RANDOM}.ab%2Bc`, `a=1; sid=s%3A[${RANDOM}].ab%2Bc`],
  ['a file and a key', `${RANDOM}.json sess:${RANDOM}`, `[${RANDOM}].json sess:[${RANDOM}]`],
  ['Chinese text', `卡号${CARD}的余额`, `卡号[${CARD}]的余额`],
  ['an id after another', `${CARD},${CARD}`, `[${CARD}],[${CARD}]`],
  ['an encoded id', 'sid=a%2Fb%20c%3Dd; b', 'sid=[a%2Fb%20c%3Dd]; b'],
  ['a longer number', `1${CARD}9`, `1${CARD}9`],
  ['another id', `${CARD.slice(0, -1)}3`, `${CARD.slice(0, -1)}3`],
])('finds ids in %s', (_, text, expected) => {
  expect(marked(idsOf(CARD, RANDOM, 'a/b c=d'), text)).toBe(expected)
})

test('an id that is a word like others is one only as a cookie’s whole value', () => {
  const ids = idsOf('1', 'bob')
  expect(marked(ids, 'a=11; sid=bob; b=bobby')).toBe('a=11; sid=[bob]; b=bobby')
  expect(marked(ids, '1 bob')).toBe('1 bob')
  expect(marked(ids, 'bob')).toBe('[bob]')
})

test('of two ids that begin alike, the longer is found', () => {
  expect(marked(idsOf('abcdefgh', 'abcdefgh.12'), 'x abcdefgh.12 abcdefgh.1')).toBe('x [abcdefgh.12] [abcdefgh].1')
})

test('the parts of a text are the text, and a session’s part stands for its id', () => {
  const key = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'B', '.', '%', ' ', '3', '/', '卡'), maxLength: 12 }),
    fc.string(),
  )
  const law = fc.property(fc.array(key, { maxLength: 8 }), fc.array(key), (keys, words) => {
    const ids = idsOf(...keys)
    const text = [...words, ...keys].join(';')
    const found = parts(ids, text)
    expect(found.map((part) => part.text).join('')).toBe(text)
    for (const part of found) {
      expect(part.text).not.toBe('')
      if (part.type === 'session') expect([part.session.id, encodeURIComponent(part.session.id)]).toContain(part.text)
    }
    for (const key of keys) if (key.length >= 8) expect(found.some((part) => part.type === 'session')).toBe(true)
  })
  fc.assert(law)
})

test('a cookie belongs to the session that its value names, signed and encoded or not', () => {
  const ids = idsOf(CARD, 'a/b')
  const of = (value: string) => sessionOfCookie(ids, value)?.id ?? null
  expect(of(CARD)).toBe(CARD)
  expect(of(`s:${CARD}.sig`)).toBe(CARD)
  expect(of(`s%3A${CARD}.si%2Bg`)).toBe(CARD)
  expect(of('a%2Fb')).toBe('a/b')
  expect([of(''), of('s:'), of('%'), of(`${CARD}0`), of('s:.sig')]).toEqual([null, null, null, null, null])
})

test('ids keep their name and colour, and those of gone rows are still known', () => {
  const keys = Array.from({ length: 20 }, (_, index) => `${CARD}${index % 10}${index}`)
  const log = logOf(...keys.map(row), ...keys.map(row))
  const present = sessionIdsAt(log, log.length).all.values()
  expect(present.map(({ id }) => id)).toEqual(keys)
  expect(present.map(({ colour }) => colour)).toEqual(keys.map((_, index) => index % COLOURS))
  expect(new Set(present.map(({ name }) => name)).size).toBe(20)
  for (let cursor = 0; cursor <= 20; cursor++) {
    expect(sessionIdsAt(log, cursor).all.values()).toEqual(present.slice(0, cursor))
  }
})

test('names are from the end where ids begin alike', () => {
  expect(idsOf(CARD).all.get(CARD)?.name).toBe('2722')
})
