import { expect, test } from 'vitest'
import { NO_PROGRESS } from '@/lib/lessons/progress'
import type { KeyValueStorage } from '@/lib/playground/persistence'
import { createProgressStore } from '@/lib/playground/progress'

function storage(): KeyValueStorage {
  const values = new Map<string, string>()
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }
}

const alone = () => () => {}

test('tells those who watch, and gives the same object until something changes', () => {
  const kept = storage()
  const store = createProgressStore(() => kept, alone)
  let told = 0
  const end = store.subscribe(() => told++)
  store.done('card', 'floor')
  const first = store.get()
  expect(first).toEqual({ done: { card: ['floor'] }, steps: {} })
  expect(store.get()).toBe(first)
  end()
  store.done('card', 'http-only')
  expect(told).toBe(1)
  expect(createProgressStore(() => kept, alone).get()).toEqual({ done: { card: ['floor', 'http-only'] }, steps: {} })
})

test('without a storage progress holds while the page is there', () => {
  const store = createProgressStore(() => {
    throw new Error('forbidden')
  }, alone)
  expect(store.get()).toEqual(NO_PROGRESS)
  store.done('card', 'floor')
  store.done('card', 'http-only')
  expect(store.get()).toEqual({ done: { card: ['floor', 'http-only'] }, steps: {} })
})

test('takes over what is known from elsewhere', () => {
  const store = createProgressStore(
    (
      (kept) => () =>
        kept
    )(storage()),
    alone,
  )
  store.steps('card', 3)
  store.merge({ done: { login: ['gate'] }, steps: { card: 2 } })
  expect(store.get()).toEqual({ done: { login: ['gate'] }, steps: { card: 3 } })
})
