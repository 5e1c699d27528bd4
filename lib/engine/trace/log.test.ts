import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '@/lib/engine/trace/event'
import { emptyLog } from '@/lib/engine/trace/log'
import { payloadOf, payloadSize } from '@/lib/engine/trace/payload'

const HEAD = { at: 0, action: null }

function piece(seq: number, size: number): Event {
  return { type: 'response-data', exchange: 1, data: new Uint8Array(size).fill(seq), wire: size, seq, ...HEAD }
}

function request(seq: number, size: number): Event {
  const message = { method: 'POST', target: '/', headers: [], body: new Uint8Array(size).fill(seq) }
  const url = 'http://localhost/'
  const about = { exchange: 1, visitor: 'alice', via: 'form', process: 1 } as const
  return { type: 'request-sent', ...about, url, request: message, seq, ...HEAD }
}

function other(seq: number): Event {
  return { type: 'response-ended', exchange: 1, seq, ...HEAD }
}

const shapes = fc.array(fc.record({ size: fc.nat({ max: 30 }), kind: fc.constantFrom(piece, request, other) }))
const batches = fc.array(shapes, { maxLength: 12 })

test('keeps every event, and of bodies the newest that fit the bound', () => {
  fc.assert(
    fc.property(batches, fc.nat({ max: 120 }), (batches, bound) => {
      let log = emptyLog(bound)
      const model: Event[] = []
      for (const batch of batches) {
        const events = batch.map(({ kind, size }, index) => kind(model.length + index, size))
        log = log.append(events)
        model.push(...events)
      }
      expect(log.length).toBe(model.length)
      let room = bound
      let full = false
      for (const original of model.toReversed()) {
        const event = log.event(original.seq)
        const size = payloadSize(original)
        full ||= size > room
        room -= size
        if (!event) expect.fail(`event ${original.seq} is gone`)
        expect(payloadSize(event)).toBe(size)
        if (full && size > 0) expect(payloadOf(event)).toEqual({ kept: false, size })
        else expect(event).toBe(original)
      }
    }),
  )
})

test('a body that was dropped is not taken for an empty one, and the rest of its event stays', () => {
  const log = emptyLog(5).append([request(0, 4), piece(1, 0), piece(2, 3)])
  expect(log.event(0)).toEqual({ ...request(0, 0), dropped: 4 })
  expect(log.event(1)).toEqual(piece(1, 0))
  expect(log.event(2)).toEqual(piece(2, 3))
  expect(log.history.payload).toBe(3)
})

test('appending leaves the earlier log as it was, and says by its identity that there is more', () => {
  const one = emptyLog().append([other(0)])
  const two = one.append([other(1), other(2)])
  expect([one.length, two.length]).toEqual([1, 3])
  expect(one.event(1)).toBeUndefined()
  expect([...one.events()]).toEqual([other(0)])
  expect([...two.events(1)]).toEqual([other(1), other(2)])
  expect(two.append([])).toBe(two)
  expect(two.event(-1)).toBeUndefined()
})

test('two ways on from the same log stay apart', () => {
  const base = emptyLog(4).append([piece(0, 4)])
  const left = base.append([piece(1, 1)])
  const right = base.append([other(1)])
  expect([left.event(1)?.type, right.event(1)?.type]).toEqual(['response-data', 'response-ended'])
  expect(right.append([piece(2, 2)]).history.payload).toBe(2)
})

test('events that are not numbered on are a bug', () => {
  expect(() => emptyLog().append([other(1)])).toThrow(RangeError)
})

test('appending costs the same however long the log is', () => {
  let log = emptyLog()
  const history = log.history
  for (let seq = 0; seq < 200_000; seq++) log = log.append([other(seq)])
  expect(log.length).toBe(200_000)
  expect(log.history).toBe(history)
})
