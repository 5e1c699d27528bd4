import { expect, test } from 'vitest'
import { previewText } from '@/lib/engine/sessions/preview-text'
import { preview } from '@/lib/engine/sessions/snapshot'

function text(value: unknown, length?: number): string {
  return previewText(
    preview(value, { depth: 2, entries: 3, stringLength: 10 }, () => false),
    length,
  )
}

test.each<[unknown, string]>([
  [{ balance: 90 }, '{balance: 90}'],
  [{}, '{}'],
  [[], '[]'],
  [{ user: 'alice', tags: ['a', 'b'], 顾客: -0 }, "{user: 'alice', tags: ['a', 'b'], 顾客: -0}"],
  [{ 'last-visit': null, 1: undefined }, "{1: undefined, 'last-visit': null}"],
  [[1, 2, 3, 4, 5], '[1, 2, 3, …+2]'],
  [Object.assign([1], { 2: 3 }), '[1, 2: 3]'],
  [
    new Map<unknown, unknown>([
      ['a', 1],
      [2, true],
    ]),
    'Map {a → 1, 2 → true}',
  ],
  ['it\'s "so"\n', "'it\\'s \"so\"\\n'"],
  ['0123456789ab', "'0123456789…'"],
  [{ a: { b: { c: 1 } } }, '{a: {b: {…}}}'],
  [Number.NaN, 'NaN'],
])('writes %j in one line', (value, expected) => {
  expect(text(value)).toBe(expected)
})

test('is no longer than it may be, counted in characters', () => {
  expect(text({ balance: 90 }, 13)).toBe('{balance: 90}')
  expect(text({ balance: 90 }, 12)).toBe('{balance: 9…')
  expect(text('😀😀😀', 4)).toBe("'😀😀…")
})
