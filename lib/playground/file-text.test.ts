import { expect, test } from 'vitest'
import { comparable, fileText } from '@/lib/playground/file-text'

test.each([
  ['{"cookie":{"path":"/"},"visit":1}', '{\n  "cookie": {"path":"/"},\n  "visit": 1\n}'],
  ['{}', '{}'],
  ['[1, {"a": 2}]', '[1,{"a":2}]'],
  ['null', 'null'],
])('%s is laid out', (content, pretty) => {
  expect(fileText('a.json', content, 0)).toEqual({ kind: 'json', pretty })
})

test('other text is left alone', () => {
  expect(fileText('a.txt', '{"visit":1}', 0)).toEqual({ kind: 'text' })
})

test('two texts are compared laid out only where both are JSON', () => {
  const one = { content: '{"visit":1}', cut: 0 }
  const half = { content: '{"vis', cut: 0 }
  expect(comparable('a.json', one, one)[0]).toContain('\n')
  expect(comparable('a.json', one, half)).toEqual(['{"visit":1}', '{"vis'])
})

test.each(['', '{"visit":', '{"visit":1}}'])('%j is no JSON, and why', (content) => {
  expect(fileText('a.json', content, 0)).toEqual({ kind: 'broken-json', message: expect.stringContaining('JSON') })
})

test('what was cut off to fit is not judged', () => {
  expect(fileText('a.json', '{"visit":', 9)).toEqual({ kind: 'text' })
})
