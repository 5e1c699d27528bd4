import { expect, test } from 'vitest'
import type { EventBody } from '@/lib/engine/trace/event'
import { logOf, requestSent } from '@/lib/engine/trace/log-of'
import { comparable } from './comparable'

const ended = (exchange: number): EventBody => ({ type: 'response-ended', exchange })
const until = (...entries: readonly (EventBody | number)[]) => {
  const log = [...logOf(...entries).events()]
  return comparable(log).until
}

test('all of a story in which one thing comes after the other', () => {
  const log = [requestSent(1), ended(1), requestSent(2), ended(2)]
  expect(until(...log)).toBe(4)
  expect(comparable([...logOf(...log).events()]).because).toBeNull()
})

test('requests that overlap by some time, and those that follow a redirect', () => {
  expect(until(requestSent(1), 50, requestSent(2), ended(2), ended(1))).toBe(4)
  expect(until(requestSent(1), requestSent(2, 1), ended(2), ended(1))).toBe(4)
})

test('nothing from the first of several requests on that are under way at the same moment', () => {
  expect(until(requestSent(1), ended(1), requestSent(2), requestSent(3), ended(2), ended(3))).toBe(2)
})

test('no file that the log can’t tell whole', () => {
  const file = { type: 'file-written', exchange: null, path: 'f', content: '', cut: 1, size: 9, isNew: true } as const
  expect(until({ ...file, process: 1 }, requestSent(1))).toBe(2)
  expect(until(requestSent(1), { ...file, process: null })).toBe(1)
  expect(until(requestSent(1), { ...file, process: 1, torn: true })).toBe(1)
})

test('no exchange in which a world ended the program for a reason of its own', () => {
  const fault = { type: 'fault', process: 1, message: '' } as const
  const loop: EventBody = { ...fault, exchange: 2, fault: 'endless-loop' }
  expect(until(requestSent(1), ended(1), requestSent(2), loop)).toBe(2)
  expect(until(requestSent(1), { ...fault, exchange: 1, fault: 'handler-error' }, ended(1))).toBe(3)
})
