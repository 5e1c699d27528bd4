import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NO_PROGRESS, type Progress } from '@/lib/lessons/progress'
import { openProgress, PROGRESS_BYTES, sealProgress } from '@/lib/server/progress/sealed-progress'

beforeEach(() => vi.stubEnv('SESSION_SECRET', 'a secret that is long enough to seal with'))
afterEach(() => vi.unstubAllEnvs())

const some: Progress = { done: { card: ['balance'] }, steps: { card: 7 } }

it('is sealed and opened again, and the cookie does not show it', async () => {
  const sealed = await sealProgress(some)
  expect(sealed?.cookie).not.toContain('balance')
  expect(await openProgress(sealed?.cookie)).toEqual(some)
})

it('is nothing when it can’t be opened', async () => {
  const sealed = await sealProgress(some)
  for (const cookie of [undefined, '', 'x', sealed?.cookie.slice(0, -9)])
    expect(await openProgress(cookie)).toEqual(NO_PROGRESS)
  vi.stubEnv('SESSION_SECRET', 'another secret, made after the first was lost')
  expect(await openProgress(sealed?.cookie)).toEqual(NO_PROGRESS)
})

it('is not sealed when there is nothing to keep, or no secret', async () => {
  expect(await sealProgress(NO_PROGRESS)).toBeNull()
  vi.stubEnv('SESSION_SECRET', '')
  expect(await sealProgress(some)).toBeNull()
})

it('fits the whole course with room to spare', async () => {
  const slugs = Array.from({ length: 12 }, (_, index) => `a-lesson-${index}`)
  const whole: Progress = {
    done: Object.fromEntries(slugs.map((slug) => [slug, ['first-task', 'second-task', 'third-task', 'fourth-task']])),
    steps: Object.fromEntries(slugs.map((slug) => [slug, 30])),
  }
  expect((await sealProgress(whole))?.kept).toEqual(whole)
})

it('lets steps go first, then the oldest lessons, until it fits', async () => {
  const slugs = Array.from({ length: 100 }, (_, index) => `a-rather-long-slug-of-a-lesson-${index}`)
  const much: Progress = {
    done: Object.fromEntries(slugs.map((slug) => [slug, ['the-first-task', 'the-second-task']])),
    steps: Object.fromEntries(slugs.map((slug) => [slug, 9])),
  }
  const sealed = await sealProgress(much)
  expect(sealed?.cookie.length).toBeLessThanOrEqual(PROGRESS_BYTES)
  expect(Object.keys(sealed?.kept.steps ?? {})).toEqual([])
  expect(Object.keys(sealed?.kept.done ?? {}).at(-1)).toBe(slugs.at(-1))
  expect(Object.keys(sealed?.kept.done ?? {}).length).toBeGreaterThan(5)
})
