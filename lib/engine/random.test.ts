import { describe, expect, it } from 'vitest'
import { createRandom, streamLabel } from '@/lib/engine/random'

const draw = (label: string, count: number) => {
  const stream = createRandom(label)
  return Array.from({ length: count }, () => stream.next())
}

describe('a random stream', () => {
  it('depends on its label and on nothing else', () => {
    expect(draw('a', 50)).toEqual(draw('a', 50))
    expect(draw('a', 50)).not.toEqual(draw('b', 50))
  })

  it('is uniform enough in [0, 1), in its mean and in each tenth', () => {
    const values = draw('uniform', 20_000)
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1)
    const tenths = new Array<number>(10).fill(0)
    for (const value of values) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(250)
  })

  it('differs between labels that differ in one character', () => {
    const firsts = Array.from({ length: 500 }, (_, index) => draw(streamLabel('seed', 1, `${index}.0`, 'math'), 1)[0])
    expect(new Set(firsts).size).toBe(500)
  })

  it('gives as many bytes as asked for', () => {
    expect([0, 1, 3, 4, 24, 33].map((length) => createRandom('x').bytes(length).length)).toEqual([0, 1, 3, 4, 24, 33])
  })
})
