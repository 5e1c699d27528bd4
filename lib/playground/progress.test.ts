import { expect, test } from 'vitest'
import type { KeyValueStorage } from '@/lib/playground/persistence'
import { countDone, createProgressStore, NO_PROGRESS, readProgress, withDone } from '@/lib/playground/progress'

function storage(): KeyValueStorage {
  const values = new Map<string, string>()
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }
}

const alone = () => () => {}

test('reads back what it wrote, and nothing of what is not sound', () => {
  const progress = withDone(withDone(NO_PROGRESS, 'card', 'floor'), 'card', 'http-only')
  expect(readProgress(JSON.stringify(progress))).toEqual({ card: ['floor', 'http-only'] })
  expect(readProgress('{"card":["floor",3],"counter":"all"}')).toEqual({ card: ['floor'] })
  for (const text of [null, '', '{', 'null', '7', '"x"']) expect(readProgress(text)).toEqual({})
})

test('a task is done once, and a lesson may be called like a property of every object', () => {
  const progress = withDone(NO_PROGRESS, 'constructor', 'a')
  expect(withDone(progress, 'constructor', 'a')).toBe(progress)
  expect(countDone(NO_PROGRESS, 'constructor', ['a'])).toBe(0)
})

test('counts only tasks that the lesson has today', () => {
  expect(countDone({ card: ['floor', 'dropped'] }, 'card', ['floor', 'http-only'])).toBe(1)
})

test('tells those who watch, and gives the same object until something changes', () => {
  const kept = storage()
  const store = createProgressStore(() => kept, alone)
  let told = 0
  const end = store.subscribe(() => told++)
  store.done('card', 'floor')
  const first = store.get()
  expect(first).toEqual({ card: ['floor'] })
  expect(store.get()).toBe(first)
  end()
  store.done('card', 'http-only')
  expect(told).toBe(1)
  expect(createProgressStore(() => kept, alone).get()).toEqual({ card: ['floor', 'http-only'] })
})

test('without a storage progress holds while the page is there', () => {
  const store = createProgressStore(() => {
    throw new Error('forbidden')
  }, alone)
  expect(store.get()).toEqual({})
  store.done('card', 'floor')
  store.done('card', 'http-only')
  expect(store.get()).toEqual({ card: ['floor', 'http-only'] })
})
