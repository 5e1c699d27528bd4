import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Clock } from '@/lib/engine/clock'

describe('the agenda', () => {
  it('gives what is due in order of time, then of arrangement', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 60 }), (delays) => {
        const clock = new Clock(0)
        const fired: number[] = []
        delays.forEach((due, index) => {
          clock.at(due, () => fired.push(index))
        })
        for (let due = clock.nextDue(); due !== null; due = clock.nextDue()) {
          for (const run of clock.moveTo(due)) run()
        }
        const expected = delays.map((due, index) => ({ due, index })).sort((a, b) => a.due - b.due || a.index - b.index)
        expect(fired).toEqual(expected.map(({ index }) => index))
        expect(clock.pending).toBe(0)
      }),
    )
  })

  it('never runs what was cancelled, wherever it stood', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 60 }), (plan) => {
        const clock = new Clock(0)
        const fired: number[] = []
        plan.forEach(([due, cancelled], index) => {
          const appointment = clock.at(due, () => fired.push(index))
          if (cancelled) appointment.cancel()
        })
        for (const run of clock.moveTo(20)) run()
        expect(fired.toSorted((a, b) => a - b)).toEqual(
          plan.flatMap(([, cancelled], index) => (cancelled ? [] : [index])),
        )
      }),
    )
  })

  it('never goes back, and what is arranged for the past is due at once', () => {
    const clock = new Clock(1000)
    clock.moveTo(500)
    expect(clock.now).toBe(1000)
    clock.at(1, () => {})
    expect(clock.nextDue()).toBe(1000)
  })
})
