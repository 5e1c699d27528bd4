import { expect, it } from 'vitest'
import { Attempts } from '@/lib/server/auth/attempts'

function failing(times: number, attempts = new Attempts(), address = 'a', now = 0): Attempts {
  for (let index = 0; index < times; index++) attempts.failed(address, now)
  return attempts
}

it('lets people mistype', () => {
  expect(failing(4).wait('a', 0)).toBe(0)
})

it('makes an address wait, twice as long each time, and a quarter of an hour at most', () => {
  expect([5, 6, 7, 8].map((times) => failing(times).wait('a', 0))).toEqual([1000, 2000, 4000, 8000])
  expect(failing(5).wait('a', 999)).toBe(1)
  expect(failing(5).wait('a', 1000)).toBe(0)
  expect(failing(100).wait('a', 0)).toBe(15 * 60_000)
})

it('leaves other addresses alone', () => {
  expect(failing(200).wait('b', 0)).toBe(0)
})

it('forgets after a right password, and after an hour', () => {
  const attempts = failing(20)
  expect(attempts.wait('a', 60 * 60_000 + 1)).toBe(0)
  attempts.succeeded('a')
  expect(attempts.wait('a', 0)).toBe(0)
})

it('stops looking for the rest of a minute when many addresses guess together', () => {
  const attempts = new Attempts()
  for (let index = 0; index < 300; index++) attempts.failed(`address ${index}`, index)
  expect(attempts.wait('somebody else', 30_000)).toBe(30_000)
  expect(attempts.wait('somebody else', 60_000)).toBe(0)
})

it('remembers no more addresses than it should', () => {
  const attempts = failing(10)
  for (let index = 0; index < 10_000; index++) attempts.failed(`address ${index}`, index * 1000)
  expect(attempts.wait('a', 0)).toBe(0)
})
