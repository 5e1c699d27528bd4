import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readSample, SAMPLE } from '@/lib/lessons/test-lesson'

/** Milliseconds, on a slow machine. */
const PATIENCE = 60_000

/** What lessons are made of, so that arbitrary text comes near enough to a lesson to get somewhere. */
const WORDS = [
  ...[
    '---\n',
    'title: ',
    '```',
    '```http visitor=alice\n',
    '```sessions\n',
    '```jar visitor=bob\n',
    '\n',
    '\r\n',
    '\t',
    ' ',
  ],
  ...[
    ':::',
    '::',
    ':::task[T]{id=a law=unpredictable-ids capture=x}',
    ':::hint{task=a}',
    ':::predict{answer=a}',
    '{',
    '}',
  ],
  ...[
    '::visit{visitor=alice get=/ times=2}',
    '::clock{advance=',
    'GET /',
    'HTTP/1.1 200',
    'Set-Cookie: a={x}',
    '!~ ',
    '~ ',
  ],
  ...[
    '- a: ',
    '> ',
    '<b>',
    '[x](y)',
    '![',
    '{!x}',
    '😀',
    '\u0000',
    '\ud800',
    '卡',
    '*',
    '_',
    '|',
    '\\',
    '&amp;',
    '=',
    '"',
  ],
]
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join('')),
  fc.tuple(fc.constantFrom(...Object.values(SAMPLE)), fc.nat(), fc.nat(20), fc.constantFrom(...WORDS)).map(spliced),
)

/** One of the sample's files with a piece of it replaced. */
function spliced([file, start, length, word]: [string, number, number, string]): string {
  const at = start % (file.length + 1)
  return file.slice(0, at) + word + file.slice(at + length)
}

it(
  'takes any text in any file, and places every mistake in it',
  () => {
    const path = fc.oneof(
      fc.constantFrom(...Object.keys(SAMPLE)),
      fc.constantFrom('x', 'wrong/a', 'a/b/c', '__proto__'),
    )
    fc.assert(
      fc.property(path, text, (file, content) => {
        const { diagnostics } = readSample({ [file]: content })
        for (const { file, line, column, message } of diagnostics) {
          expect(file).toMatch(/^lessons\/03-card\//)
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
          expect(message).not.toBe('')
        }
      }),
      { numRuns: 150, seed: 42 },
    )
  },
  PATIENCE,
)

it.each([
  ['brackets', '['.repeat(200_000)],
  ['quotations', '>'.repeat(9_000)],
  ['quotations with blanks', '> '.repeat(4_000)],
  ['lists', '- '.repeat(4_000)],
  ['nested lists', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['containers', ':::hint{task=pay}\n'.repeat(5_000)],
  ['lines', 'a\n'.repeat(100_000)],
  ['CRLF', 'a😀\r\n'.repeat(40_000)],
  ['fences', '```http visitor=a\nGET /\n```\n\n'.repeat(1_000)],
])(
  'takes 200 kB of %s',
  (_name, content) => {
    for (const file of ['zh.md', 'lesson.yaml', 'start/server.js']) {
      expect(readSample({ [file]: content }).diagnostics).not.toEqual([])
    }
  },
  PATIENCE,
)

it('reads CRLF as it reads LF', () => {
  const crlf = Object.fromEntries(
    Object.entries(SAMPLE).map(([path, content]) => [path, content.replaceAll('\n', '\r\n')]),
  )
  const { lessons, diagnostics } = readSample(crlf)
  expect(diagnostics).toEqual([])
  expect(lessons.zh?.blocks.map(({ type }) => type)).toEqual(readSample().lessons.zh?.blocks.map(({ type }) => type))
})
