import { expect, test } from 'vitest'
import { ROW_BOUNDS } from '@/lib/engine/sessions/bounds'
import { parseRow } from '@/lib/engine/sessions/parse-row'
import { previewText } from '@/lib/engine/sessions/preview-text'

function parsed(text: string): [string, string, number | null] {
  const { kind, value, expires } = parseRow(text, ROW_BOUNDS)
  return [kind, previewText(value), expires]
}

test('a session is an object with a cookie, which says when it expires', () => {
  const at = '"1970-01-01T00:01:00.000Z"'
  expect(parsed(`{"cookie":{"expires":${at}},"visit":2}`)).toEqual([
    'session',
    "{cookie: {expires: '1970-01-01T00:01:00.000Z'}, visit: 2}",
    60_000,
  ])
  expect(parsed('{"cookie":{"expires":null}}')).toEqual(['session', '{cookie: {expires: null}}', null])
  expect(parsed('{"cookie":{"expires":"soon"}}')[2]).toBe(null)
  expect(parsed('{"cookie":{}}')[2]).toBe(null)
})

test('other JSON is other, and what is no JSON is broken', () => {
  expect(parsed('{"name":"barbershop"}')[0]).toBe('other')
  expect(parsed('{"cookie":"yes"}')[0]).toBe('other')
  expect(parsed('{"cookie":[]}')[0]).toBe('other')
  expect(parsed('null')).toEqual(['other', 'null', null])
  expect(parsed('{"cookie":{"expires":null},"vis')).toEqual(['broken', `'{"cookie":{"expires":null},"vis'`, null])
  expect(parsed('')).toEqual(['broken', "''", null])
})
