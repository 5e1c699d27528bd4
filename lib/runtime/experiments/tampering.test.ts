import { expect, test } from 'vitest'
import type { Action, Tampering } from '@/lib/engine/story/action'
import { COUNTER } from '@/lib/runtime/experiments/counter'
import { setCookies } from '@/lib/runtime/experiments/seen'
import { askedOf, rowsOf, toldOf } from '@/lib/runtime/experiments/told'
import { alice, bodies, log, visit } from '@/lib/runtime/test-support'

/** A signature keeps people from making up ids: a cookie that does not verify counts for nothing, and is no error. */
const count = visit('http://localhost:8080/visit')
const tamper = (how: Tampering): Action => ({
  type: 'tamper-cookie',
  visitor: 'alice',
  host: 'localhost',
  name: 'connect.sid',
  how,
})

test.each([
  ['signature', 'bad-signature', /^s:[\w-]{32}\.\S+$/],
  ['unsign', 'unsigned', /^[\w-]{32}$/],
  ['value', 'bad-signature', /^s:[\w-]{32}\.\S+$/],
] as const)('%s: a newcomer with a new cookie, and the store is not even asked', async (how, outcome, sent) => {
  const events = await log(COUNTER, [alice, count, count, tamper(how), count])
  expect(bodies(events)).toEqual(['欢迎你的第1次光临', '欢迎你的第2次光临', '欢迎你的第1次光临'])
  expect([1, 2, 3].map((exchange) => setCookies(events, exchange).length)).toEqual([1, 0, 1])
  const { load, made } = toldOf(events, 3)
  expect(load).toMatchObject({ done: outcome, because: { option: { name: 'secret' } } })
  expect(load.decision.cookie).toMatch(sent)
  expect(made).toHaveLength(1)
  expect(askedOf(events, 2)).toMatch(/^get /)
  expect(askedOf(events, 3)).toBe('set')
  // The row that the cookie led to is still there: nobody has its id any more.
  expect(rowsOf(events)).toHaveLength(2)
})
