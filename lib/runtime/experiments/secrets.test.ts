import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { COUNTER } from '@/lib/runtime/experiments/counter'
import { setCookies } from '@/lib/runtime/experiments/seen'
import { rowsOf, toldOf } from '@/lib/runtime/experiments/told'
import { alice, bodies, log, visit } from '@/lib/runtime/test-support'

/** The counter with its sessions in files, and its secrets in one more, so that a restart can change them. */
function counterWith(options: string): Record<string, string> {
  const server = (COUNTER['server.js'] ?? '')
    .replace("secret: 'zfpx'", "secret: JSON.parse(require('fs').readFileSync('secrets.json', 'utf8'))")
    .replace('resave: true,', `resave: true, ${options}`)
  return { ...COUNTER, 'server.js': server, 'secrets.json': '["old"]' }
}

const count = visit('http://localhost:8080/visit')
const look = visit('http://localhost:8080/')
const change = (secrets: readonly string[]): Action[] => [
  { type: 'write-file', path: 'secrets.json', content: JSON.stringify(secrets) },
  { type: 'restart' },
]

/** Experiment 17: all secrets verify, the first one signs. */
test('with a new secret before the old one the session goes on, and is not signed anew by itself', async () => {
  const events = await log(counterWith(''), [alice, count, ...change(['new', 'old']), count])
  expect(bodies(events)).toEqual(['欢迎你的第1次光临', '欢迎你的第2次光临'])
  expect(setCookies(events, 2)).toEqual([])
  expect(toldOf(events, 2).load.decision.outcome).toMatchObject({ kind: 'loaded', secret: 2 })
})

test('it is signed with the new secret where a cookie goes out again: rolling, or modified with a maxAge', async () => {
  for (const options of ['rolling: true,', 'cookie: {maxAge: 60000},']) {
    const events = await log(counterWith(options), [
      alice,
      count,
      ...change(['new', 'old']),
      count,
      ...change(['new']),
      count,
    ])
    expect(setCookies(events, 2)).toHaveLength(1)
    expect(bodies(events).at(-1)).toBe('欢迎你的第3次光临')
  }
})

test('with the new secret alone it begins anew, and nobody can open the old row any more', async () => {
  const events = await log(counterWith(''), [alice, count, ...change(['new']), count, look])
  expect(bodies(events)[1]).toBe('欢迎你的第1次光临')
  expect(setCookies(events, 2)).toHaveLength(1)
  expect(toldOf(events, 2).load).toMatchObject({ done: 'bad-signature' })
  expect(rowsOf(events)).toHaveLength(2)
})
