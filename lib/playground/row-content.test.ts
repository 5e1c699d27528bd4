import { expect, test } from 'vitest'
import { ROW_BOUNDS } from '@/lib/engine/sessions/bounds'
import { parseRow } from '@/lib/engine/sessions/parse-row'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { SessionRow } from '@/lib/engine/trace/session-table'
import { sessionText } from '@/lib/engine/trace/test-sessions'
import { isRenewal, rowContent } from '@/lib/playground/row-content'

const parsed = (text: string) => parseRow(text, ROW_BOUNDS).value

test('what a program kept is apart from the cookie that express-session keeps with it', () => {
  const { content, cookie } = rowContent(parsed(sessionText(3)))
  expect(previewText(content)).toBe('{visit: 3}')
  expect(cookie && previewText(cookie)).toContain('httpOnly: true')
  const own = parsed('{"balance":90,"cookie":"yes"}')
  expect(rowContent(own)).toEqual({ content: own, cookie: null })
})

test('so it is in a text that a program of its own keeps, as far as the text can be seen', () => {
  const text = (value: string, cut = 0) => ({ type: 'string', value, cut }) as const
  const { content, cookie } = rowContent(text(sessionText(3)))
  expect(previewText(content)).toBe(`'{"visit":3}'`)
  expect(cookie && previewText(cookie)).toContain('"httpOnly":true')
  expect(rowContent(text('{"cookie":{"path":"/"},"cart":["comb', 9)).content).toEqual(text('{"cart":["comb', 9))
  expect(rowContent(text('{"cookie":{"path":"/"}}')).content).toEqual(text('{}'))
  for (const other of ['{"cookie":{"path":"', 'hello', '{"user":"alice"}']) {
    expect(rowContent(text(other))).toEqual({ content: text(other), cookie: null })
  }
})

test('a row whose expiry moved and whose content did not was renewed', () => {
  const touch = { seq: 0, at: 0, exchange: null }
  const row = (text: string, before: string | null): SessionRow => ({
    key: 'a',
    place: 'a',
    value: parsed(text),
    before: before === null ? null : parsed(before),
    broken: false,
    expires: null,
    created: touch,
    changed: touch,
  })
  expect(isRenewal(row(sessionText(3, 60_000), sessionText(3, 30_000)))).toBe(true)
  expect(isRenewal(row(sessionText(4, 60_000), sessionText(3, 30_000)))).toBe(false)
  expect(isRenewal(row(sessionText(3), null))).toBe(false)
  expect(isRenewal(row('{"balance":90}', '{"balance":90}'))).toBe(false)
  expect(isRenewal({ ...row(sessionText(3), sessionText(3)), broken: true })).toBe(false)
})
