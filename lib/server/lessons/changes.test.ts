import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Changes } from '@/lib/server/lessons/changes'

let now = 'a'
const look = vi.fn(async () => ({ zh: now, en: now }))

beforeEach(() => {
  vi.useFakeTimers()
  now = 'a'
  look.mockClear()
})
afterEach(() => {
  vi.useRealTimers()
})

const never = () => new AbortController().signal

it('answers at once when something is different already', async () => {
  expect(await new Changes(look).next('zh', 'older', 25_000, never())).toBe('a')
})

it('answers everybody who waits within half a second of the change, by one look', async () => {
  const changes = new Changes(look)
  const waiting = Promise.all(
    Array.from({ length: 200 }, (_, index) => changes.next(index % 2 ? 'zh' : 'en', 'a', 25_000, never())),
  )
  await vi.advanceTimersByTimeAsync(5000)
  look.mockClear()
  now = 'b'
  await vi.advanceTimersByTimeAsync(500)
  expect(await waiting).toEqual(Array(200).fill('b'))
  expect(look).toHaveBeenCalledOnce()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(look).toHaveBeenCalledOnce()
})

it('answers that nothing has changed when it has waited long enough, or nobody waits any more', async () => {
  const changes = new Changes(look)
  const controller = new AbortController()
  const patient = changes.next('zh', 'a', 25_000, never())
  const gone = changes.next('zh', 'a', 25_000, controller.signal)
  await vi.advanceTimersByTimeAsync(1)
  controller.abort()
  expect(await gone).toBe('a')
  await vi.advanceTimersByTimeAsync(25_000)
  expect(await patient).toBe('a')
})

it('takes a look that fails for no change, and says so once', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const changes = new Changes(look)
  look.mockRejectedValue(new Error('the folder is away'))
  const waiting = changes.next('zh', 'a', 25_000, never())
  await vi.advanceTimersByTimeAsync(25_000)
  expect(await waiting).toBe('a')
  expect(warn).toHaveBeenCalledOnce()
  look.mockImplementation(async () => ({ zh: now, en: now }))
  warn.mockRestore()
})

it('goes on looking after a look that failed', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const changes = new Changes(look)
  const waiting = changes.next('zh', 'a', 25_000, never())
  await vi.advanceTimersByTimeAsync(0)
  look.mockRejectedValueOnce(new Error('the folder is away'))
  now = 'b'
  await vi.advanceTimersByTimeAsync(2000)
  expect(await waiting).toBe('b')
  warn.mockRestore()
})
