import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandomness } from '@/lib/runtime/shims/crypto-random'
import { hex, shimmed } from '@/lib/runtime/shims/crypto-test-support'

describe('randomBytes', () => {
  it("is a Buffer of the program's realm with the bytes drawn", () => {
    const { crypto, Buffer } = shimmed()
    const bytes = crypto.randomBytes(4)
    expect(Buffer.isBuffer(bytes)).toBe(true)
    expect(hex(bytes)).toBe('00254a6f')
    expect(hex(crypto.randomBytes(1.5))).toBe('94')
  })

  it('draws at the call and calls back in a host operation', () => {
    const { crypto, settle } = shimmed()
    const seen: string[] = []
    expect(crypto.randomBytes(2, (error: unknown, bytes: unknown) => seen.push(`${error} ${hex(bytes)}`))).toBe(
      undefined,
    )
    expect(hex(crypto.randomBytes(1))).toBe('4a')
    expect(seen).toEqual([])
    settle()
    expect(seen).toEqual(['null 0025'])
  })

  it('lets out what the callback throws', () => {
    const { crypto, settle } = shimmed()
    crypto.randomBytes(2, () => {
      throw new Error('of the program')
    })
    expect(settle).toThrow('of the program')
  })
})

describe('randomFill', () => {
  it('fills the part named by offset and size, which count elements', () => {
    const { crypto } = shimmed()
    const target = new Uint16Array(4).fill(0xffff)
    expect(crypto.randomFillSync(target, 1, 2)).toBe(target)
    expect(hex(new Uint8Array(target.buffer))).toBe('ffff00254a6fffff')
  })

  it.each([[[]], [[1]], [[1, 2]]])('takes its callback after %o', (positions) => {
    const { crypto, settle } = shimmed()
    const target = new Uint8Array(4)
    let filled: unknown
    crypto.randomFill(target, ...positions, (_error: unknown, buf: unknown) => {
      filled = buf
    })
    expect(hex(target)).toBe('00000000')
    settle()
    expect(filled).toBe(target)
    const [offset = 0, size = 4 - offset] = positions
    expect(hex(crypto.randomFillSync(new ArrayBuffer(1)))).toBe(hex(Uint8Array.of(size * 37)))
    expect(target.findIndex((byte) => byte !== 0)).toBe(offset + 1)
  })
})

describe('randomInt', () => {
  it('stays in its range, whatever the range', () => {
    const { crypto } = shimmed()
    const range = fc.tuple(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), fc.integer({ min: 1, max: 2 ** 48 - 1 }))
    fc.assert(
      fc.property(range, ([min, width]) => {
        const number = Number(crypto.randomInt(min, min + width))
        expect(Number.isSafeInteger(number) && number >= min && number < min + width).toBe(true)
      }),
    )
  })

  it('throws away a draw that would favour small numbers', () => {
    const draws = [Uint8Array.of(255, 255, 255, 255, 255, 255), Uint8Array.of(0, 0, 0, 0, 0, 9)]
    const { randomInt } = createRandomness({
      randomBytes: () => draws.shift() ?? new Uint8Array(),
      Buffer,
      defer: (run) => run(),
      allocate: () => {},
    })
    expect(randomInt(2 ** 47 + 1)).toBe(9)
  })

  it('calls back in a host operation', () => {
    const { crypto, settle } = shimmed()
    const seen: unknown[] = []
    crypto.randomInt(1, (_error: unknown, number: unknown) => seen.push(number))
    crypto.randomInt(7, 8, (_error: unknown, number: unknown) => seen.push(number))
    expect(seen).toEqual([])
    settle()
    expect(seen).toEqual([0, 7])
  })
})

it('randomUUID has version 4 and the variant of RFC 9562', () => {
  const { crypto } = shimmed()
  expect(crypto.randomUUID()).toBe('00254a6f-94b9-4e03-a84d-7297bce1062b')
  expect(crypto.randomUUID({ disableEntropyCache: true })).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-/,
  )
})
