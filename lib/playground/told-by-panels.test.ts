import { expect, test } from 'vitest'
import { cookieOf, cookieStored, logOf, requestSent } from '@/lib/playground/test-log'
import { toldBy } from '@/lib/playground/told-by-panels'

const LOG = logOf([0, requestSent(1)], [0, cookieStored(1, cookieOf('sid', 'a'))], [1, requestSent(2)])

test('a panel tells something else once it changed, and not when others did', () => {
  expect(toldBy('cookie-jar', LOG, 1)).not.toBe(toldBy('cookie-jar', LOG, 2))
  expect(toldBy('cookie-jar', LOG, 2)).toBe(toldBy('cookie-jar', LOG, 3))
  expect(toldBy('exchanges', LOG, 1)).not.toBe(toldBy('exchanges', LOG, 3))
  for (const panel of ['session-table', 'files', 'redis', 'console', 'visitors'] as const) {
    expect(toldBy(panel, LOG, 0), panel).toBe(toldBy(panel, LOG, 3))
  }
})

test('a replay that comes to the same tells the same, though in another place of the log', () => {
  const again = logOf([0, requestSent(1)], [0, requestSent(2)], [0, cookieStored(2, cookieOf('sid', 'a'))])
  expect(toldBy('cookie-jar', again, 3)).toBe(toldBy('cookie-jar', LOG, 3))
  const other = logOf([0, cookieStored(1, cookieOf('sid', 'b'))])
  expect(toldBy('cookie-jar', other, 1)).not.toBe(toldBy('cookie-jar', LOG, 3))
})
