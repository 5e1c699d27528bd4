import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import { COUNTER } from '@/lib/runtime/experiments/counter'
import { alice, bodies, log, only, visit } from '@/lib/runtime/test-support'

/**
 * The course's file store writes a session with `fs.writeFile`, which empties the file before it fills it, and reads it
 * with `JSON.parse` in a callback where nothing catches. A file that is not whole therefore ends the process.
 */
const count = visit('http://localhost:8080/visit')
const beside: Action = { ...count, at: 0 }
const restart: Action = { type: 'restart' }
const run = (...story: Action[]) => log(COUNTER, [alice, ...story])

test('a power failure leaves half a file, and whoever reads it dies of it, restart after restart', async () => {
  const events = await run(count, { type: 'crash-in-write' }, count, restart, count, restart, count)
  expect(bodies(events)[0]).toBe('欢迎你的第1次光临')
  const torn = only(events, 'file-written').find((event) => event.torn)
  expect(torn).toMatchObject({ path: expect.stringMatching(/^sessions\/[\w-]{32}\.json$/), exchange: 2 })
  expect(() => JSON.parse(torn?.content ?? '')).toThrow(SyntaxError)
  expect(only(events, 'process-exited').map(({ cause, code }) => [cause, code])).toEqual([
    ['crash', 137],
    ['fault', 1],
    ['fault', 1],
  ])
  expect(only(events, 'fault')).toMatchObject([
    { fault: 'uncaught-error', place: { file: 'filestore.js' }, exchange: 3 },
    { fault: 'uncaught-error', exchange: 4 },
  ])
  expect(only(events, 'exchange-failed').map(({ exchange, failure }) => [exchange, failure])).toEqual([
    [2, 'connection-reset'],
    [3, 'connection-reset'],
    [4, 'connection-reset'],
  ])
})

test('other visitors are served again after the restart, and the file can be deleted by hand', async () => {
  const events = await run(
    count,
    { type: 'crash-in-write' },
    count,
    restart,
    { type: 'write-file', path: 'sessions/{alice/connect.sid}.json', content: null },
    count,
  )
  expect(bodies(events).at(-1)).toBe('欢迎你的第1次光临')
})

test('three requests at once are enough: one finds the file that another has just opened', async () => {
  const events = await run(count, count, beside, beside)
  expect(only(events, 'fault')).toMatchObject([
    { fault: 'uncaught-error', message: expect.stringMatching(/^SyntaxError: Unexpected end of JSON input/) },
  ])
  expect(only(events, 'process-exited')).toMatchObject([{ cause: 'fault', code: 1 }])
  expect(only(events, 'file-written').at(-1)).toMatchObject({ size: 0 })
})

test('one after the other they count', async () => {
  expect(bodies(await run(count, count, count)).at(-1)).toBe('欢迎你的第3次光临')
})
