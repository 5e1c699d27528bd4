import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Event } from '@/lib/engine/trace/event'
import { emptyLog, type Log } from '@/lib/engine/trace/log'
import { Projection } from '@/lib/engine/trace/projection'
import { STRIDE } from '@/lib/engine/trace/projection-cache'

function consoleEvents(from: number, count: number): Event[] {
  return Array.from({ length: count }, (_, index) => {
    const seq = from + index
    return { type: 'console', process: 1, exchange: null, stream: 'stdout', text: `${seq}`, seq, at: 0, action: null }
  })
}

/** Every event that was reduced, so that one too many or too few shows. `reductions` counts how many were. */
function tracing(): { projection: Projection<string>; reductions: () => number } {
  let count = 0
  const projection = new Projection('', (state: string, event) => {
    count++
    return `${state.length > 40 ? state.length : state},${event.seq}`
  })
  return { projection, reductions: () => count }
}

function folded({ initial, reduce }: Projection<string>, log: Log, cursor: number): string {
  let state = initial
  for (const event of log.events(0, cursor)) state = reduce(state, event)
  return state
}

test('any cursor in any order, while the log grows, is a fold from the beginning', () => {
  const step = fc.oneof(fc.record({ grow: fc.nat({ max: 400 }) }), fc.record({ cursor: fc.nat({ max: 2_000 }) }))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { projection } = tracing()
      let log = emptyLog()
      for (const step of steps) {
        if ('grow' in step) log = log.append(consoleEvents(log.length, step.grow))
        else expect(projection.at(log, step.cursor)).toBe(folded(projection, log, Math.min(step.cursor, log.length)))
      }
    }),
    { numRuns: 60 },
  )
})

test('a step to anywhere reduces no more events than lie between two checkpoints', () => {
  const { projection, reductions } = tracing()
  const log = emptyLog().append(consoleEvents(0, 10_000))
  projection.at(log, log.length)
  for (let step = 0; step < 300; step++) {
    const before = reductions()
    projection.at(log, (step * 7_919) % 10_001)
    expect(reductions() - before).toBeLessThanOrEqual(STRIDE)
  }
})

test('a step onward reduces one event, the same cursor none', () => {
  const { projection, reductions } = tracing()
  const log = emptyLog().append(consoleEvents(0, 600))
  projection.at(log, 500)
  const before = reductions()
  projection.at(log, 501)
  expect(reductions() - before).toBe(1)
  projection.at(log, 501)
  expect(reductions() - before).toBe(1)
})

test('asked again, it gives the same object', () => {
  const projection = new Projection<readonly number[]>([], (state, event) => [...state, event.seq])
  const log = emptyLog().append(consoleEvents(0, 300))
  expect(projection.at(log, 290)).toBe(projection.at(log, 290))
  expect(projection.at(log, 290)).toBe(projection.at(log.append(consoleEvents(300, 1)), 290))
})

test('a cursor outside of the log is the nearest end', () => {
  const { projection } = tracing()
  const log = emptyLog().append(consoleEvents(0, 3))
  expect(projection.at(log, -5)).toBe('')
  expect(projection.at(log, Number.POSITIVE_INFINITY)).toBe(',0,1,2')
  expect(projection.at(log, 1.9)).toBe(',0')
})

test('logs that went different ways are projected apart', () => {
  const texts = new Projection('', (state: string, event) => state + (event.type === 'console' ? event.text : ''))
  const [first, other] = [consoleEvents(0, 1), consoleEvents(1, 1).map((event) => ({ ...event, text: 'other' }))]
  const base = emptyLog().append(first)
  const left = base.append(consoleEvents(1, 1))
  expect(texts.at(left, 2)).toBe('01')
  const right = base.append(other)
  expect(texts.at(right, 2)).toBe('0other')
  expect(texts.at(left, 2)).toBe('01')
  expect(texts.at(base, 2)).toBe('0')
})
