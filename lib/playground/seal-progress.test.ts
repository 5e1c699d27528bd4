import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mergeProgress, NO_PROGRESS, type Progress } from '@/lib/lessons/progress'
import { createProgressStore } from '@/lib/playground/progress'
import { sealProgress } from '@/lib/playground/seal-progress'
import { memoryStorage } from '@/lib/playground/test-playground'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const FLOOR: Progress = { done: { card: ['floor'] }, steps: {} }

/** A browser and a server, whose answers take `delay` milliseconds. `cookie`: what is sealed at first. */
function open(delay: number, cookie: Progress = NO_PROGRESS) {
  const kept = new Map<string, string>()
  const store = createProgressStore(
    () => memoryStorage(kept),
    () => () => {},
  )
  const server = { cookie, asked: 0 }
  const end = sealProgress(store, async (keep) => {
    server.asked++
    if (keep) server.cookie = mergeProgress(keep, server.cookie)
    const answer = server.cookie
    await new Promise((resolve) => setTimeout(resolve, delay))
    return answer
  })
  return { store, server, end }
}

it('seals what is done, once', async () => {
  const { store, server } = open(5)
  await vi.advanceTimersByTimeAsync(10)
  expect(server.asked).toBe(1)
  store.done('card', 'floor')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server).toEqual({ cookie: FLOOR, asked: 2 })
})

it('takes over what the cookie has more', async () => {
  const { store } = open(5, FLOOR)
  await vi.advanceTimersByTimeAsync(10)
  expect(store.get()).toEqual(FLOOR)
})

it('seals what is done before the first answer of a slow server is there', async () => {
  const { store, server } = open(500)
  await vi.advanceTimersByTimeAsync(100)
  store.done('card', 'floor')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.cookie).toEqual(FLOOR)
})

it('ends', async () => {
  const { store, server, end } = open(5)
  await vi.advanceTimersByTimeAsync(10)
  store.done('card', 'floor')
  end()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(server.cookie).toEqual(NO_PROGRESS)
})
