import { describe, expect, it } from 'vitest'
import type { EventBody } from '@/lib/engine/trace/event'
import { logOf } from '@/lib/engine/trace/log-of'
import { checkRows } from '@/lib/lessons/check/check-rows'
import { formsOf } from '@/lib/lessons/check/forms'
import type { RowsFence } from '@/lib/lessons/model'
import { parsePattern } from '@/lib/lessons/pattern'

const SIGNED = 's%3Aab-c.5%2BQ'
const KNOWN = new Map([['sid', SIGNED]])

function written(path: string, content: string): EventBody {
  const size = content.length
  return { type: 'file-written', process: 1, exchange: 1, path, content, cut: 0, size, isNew: true }
}

function keySet(key: string, value: string): EventBody {
  const [process, exchange] = [1, 1]
  return { type: 'redis-key-set', process, exchange, key, kind: 'string', value, cut: 0, expires: null, isNew: true }
}

/** A fence with one row. */
function fence(of: RowsFence['of'], row: string): RowsFence {
  const [key = '', ...value] = row.replace('!', '').split(' ')
  const patterns = { key: parsePattern(key), value: parsePattern(value.join(' ')) }
  return { line: 1, of, visitor: null, rows: [{ line: 2, present: !row.startsWith('!'), ...patterns }] }
}

const FILES = logOf(written('sessions/ab-c.json', '{"visit":12}'), written('old.json', '{}'), {
  type: 'file-removed',
  process: 1,
  exchange: null,
  path: 'old.json',
})

const REDIS = logOf(keySet('sess:ab-c', '{"user":"alice"}'), keySet('gone', '1'), {
  type: 'redis-key-removed',
  process: null,
  exchange: null,
  key: 'gone',
  cause: 'expired',
})

describe('rows of files and of Redis', () => {
  it.each([
    ['files', FILES, 'sessions/{sid}.json', true],
    ['files', FILES, 'sessions/{sid}.json "visit":12', true],
    ['files', FILES, 'sessions/{sid}.json "visit":1', false],
    ['files', FILES, 'sessions/{x}.json', true],
    ['files', FILES, '!sessions/{sid}.json', false],
    ['files', FILES, '!sessions/{!sid}.json', true],
    ['files', FILES, '!old.json', true],
    ['files', FILES, 'sess', false],
    ['redis', REDIS, 'sess:{sid} "user":"alice"', true],
    ['redis', REDIS, '!sess:{sid} "user":"bob"', true],
    ['redis', REDIS, '!gone', true],
    ['redis', REDIS, 'gone', false],
  ] as const)('%s %#: %s', (of, log, row, holds) => {
    expect(checkRows(fence(of, row), log, KNOWN).mismatches.length === 0).toBe(holds)
  })

  it('are shown by the id alone', () => {
    expect(checkRows(fence('files', 'sessions/{sid}.json x'), FILES, KNOWN).mismatches).toEqual([
      { kind: 'row', line: 2, expected: 'sessions/ab-c.json x', actual: 'sessions/ab-c.json {"visit":12}' },
    ])
  })

  it('are cut where they are long', () => {
    const log = logOf(written('a', 'x'.repeat(10_000)))
    const [mismatch] = checkRows(fence('files', 'a y'), log, KNOWN).mismatches
    expect(mismatch?.kind === 'row' ? mismatch.actual?.length : 0).toBeLessThan(600)
  })
})

it('knows a session of any store by what is in the cookie', () => {
  const value = { type: 'object', entries: [['visit', { type: 'number', text: '2' }]], more: 0 } as const
  const store = { kind: 'memory', name: 'connect.sid' } as const
  const log = logOf({ type: 'row-set', process: 1, exchange: 1, store, key: 'ab-c', value, before: null })
  expect(checkRows(fence('sessions', '{sid} visit: 2'), log, KNOWN).mismatches).toEqual([])
  expect(checkRows(fence('sessions', '!{!sid}'), log, KNOWN).mismatches).toEqual([])
})

it.each([
  [SIGNED, [SIGNED, 's:ab-c.5+Q', 'ab-c']],
  ['a%2Bb', ['a%2Bb', 'a+b']],
  ['plain.txt', ['plain.txt']],
  ['100%', ['100%']],
  ['s%3Ano-signature', ['s%3Ano-signature', 's:no-signature']],
])('%s may be %j', (value, forms) => {
  expect(formsOf(value)).toEqual(forms)
})
