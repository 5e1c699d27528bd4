import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  countDone,
  isNothing,
  mergeProgress,
  NO_PROGRESS,
  type Progress,
  progressIn,
  stepsDone,
  underNewSlugs,
  withDone,
  withSteps,
} from '@/lib/lessons/progress'

const name = fc.constantFrom('card', 'login', 'stores', 'constructor')
const progress: fc.Arbitrary<Progress> = fc.record({
  done: fc.dictionary(name, fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })),
  steps: fc.dictionary(name, fc.integer({ min: 1, max: 9 })),
})

/** The same, whatever the order. */
const plain = ({ done, steps }: Progress) => ({
  done: Object.fromEntries(Object.entries(done).map(([slug, tasks]) => [slug, [...tasks].sort()])),
  steps,
})

test('is read back as it was, and nothing of what is not sound', () => {
  fc.assert(
    fc.property(progress, (one) => {
      expect(plain(progressIn(JSON.parse(JSON.stringify(one))))).toEqual(plain(one))
    }),
  )
  const odd = {
    done: { card: ['floor', 3, 'a b'], counter: 'all', '../x': ['y'], __proto__: ['z'] },
    steps: { card: -1, b: 2.5, c: 3 },
  }
  expect(progressIn(odd)).toEqual({ done: { card: ['floor'] }, steps: { c: 3 } })
  for (const value of [null, undefined, 7, 'x', [], { done: 7, steps: [] }])
    expect(isNothing(progressIn(value))).toBe(true)
})

test('put together it is the same in any order, and nothing is lost', () => {
  fc.assert(
    fc.property(progress, progress, progress, (a, b, c) => {
      expect(plain(mergeProgress(a, b))).toEqual(plain(mergeProgress(b, a)))
      expect(plain(mergeProgress(mergeProgress(a, b), c))).toEqual(plain(mergeProgress(a, mergeProgress(b, c))))
      expect(plain(mergeProgress(a, a))).toEqual(plain(a))
      expect(plain(mergeProgress(a, NO_PROGRESS))).toEqual(plain(a))
      for (const [slug, tasks] of Object.entries(b.done))
        expect(countDone(mergeProgress(a, b), slug, tasks)).toBe(tasks.length)
    }),
  )
})

test('a task is done once, steps never become fewer, and a lesson may be called like a property of every object', () => {
  const one = withDone(NO_PROGRESS, 'constructor', 'a')
  expect(withDone(one, 'constructor', 'a')).toBe(one)
  expect(countDone(NO_PROGRESS, 'constructor', ['a'])).toBe(0)
  expect(stepsDone(NO_PROGRESS, 'constructor')).toBe(0)
  const far = withSteps(one, 'card', 5)
  expect(withSteps(far, 'card', 4)).toBe(far)
})

test('is kept by a lesson that gets another slug', () => {
  const one: Progress = { done: { card: ['floor'] }, steps: { card: 4, cut: 2 } }
  expect(underNewSlugs(one, { card: 'cut', other: 'x' })).toEqual({
    done: { card: ['floor'], cut: ['floor'] },
    steps: { card: 4, cut: 4 },
  })
  expect(underNewSlugs(one, {})).toBe(one)
})

test('counts only tasks that the lesson has today', () => {
  const one: Progress = { done: { card: ['floor', 'dropped'] }, steps: {} }
  expect(countDone(one, 'card', ['floor', 'http-only'])).toBe(1)
})
