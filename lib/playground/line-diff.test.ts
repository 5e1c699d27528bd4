import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, lineDiff } from '@/lib/playground/line-diff'

const MARKS = { same: ' ', removed: '-', added: '+' } as const

function show(before: string, after: string): string {
  return lineDiff(before, after)
    .map(({ kind, text }) => MARKS[kind] + text)
    .join('\n')
}

test.each([
  ['a\nb\nc', 'a\nb\nc', ' a\n b\n c'],
  ['a\nb\nc', 'a\nx\nc', ' a\n-b\n+x\n c'],
  ['a\nb\nc\nd', 'b\nc\nd\ne', '-a\n b\n c\n d\n+e'],
  ['', 'a', '-\n+a'],
  ['a\na', 'a', ' a\n-a'],
])('%j becomes %j', (before, after, shown) => {
  expect(show(before, after)).toBe(shown)
})

test('lines have their numbers', () => {
  expect(lineDiff('a\nb\nc', 'a\nc\nd').map(({ kind, line }) => `${kind} ${line}`)).toEqual([
    'same 1',
    'removed 2',
    'same 2',
    'added 3',
  ])
})

test('either text can be read off it', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before, after)
      const without = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text)
      expect(without('added').join('\n')).toBe(before)
      expect(without('removed').join('\n')).toBe(after)
    }),
  )
})

test('what differs by too much is replaced whole', () => {
  const text = (word: string) => Array.from({ length: 600 }, (_, index) => `${word} ${index % 500}`).join('\n')
  const kinds = lineDiff(text('old'), text('new')).map(({ kind }) => kind)
  expect(kinds.indexOf('added')).toBe(600)
})

test('far from any change, lines are only counted', () => {
  const text = Array.from({ length: 9 }, (_, index) => `${index + 1}`).join('\n')
  const shown = folded(lineDiff(text, text.replace('5', 'five')), 1)
  expect(shown.map((part) => (part.kind === 'fold' ? `${part.count} from ${part.line}` : part.text))).toEqual([
    '3 from 1',
    '4',
    '5',
    'five',
    '6',
    '3 from 7',
  ])
})
