import { pbkdf2Sync, scryptSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hex, shimmed } from '@/lib/runtime/shims/crypto-test-support'

const { crypto: shim } = shimmed()
const secret = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 80 }))

describe('agrees with Node', () => {
  it('pbkdf2Sync', () => {
    const digest = fc.constantFrom('md5', 'sha1', 'sha256', 'sha512')
    // From one byte on: of none, later versions of Node make an error where Node 20 makes an empty key.
    const length = fc.integer({ min: 1, max: 90 })
    fc.assert(
      fc.property(secret, secret, fc.integer({ min: 1, max: 4 }), length, digest, (...args) => {
        expect(hex(shim.pbkdf2Sync(...args))).toBe(hex(pbkdf2Sync(...args)))
      }),
    )
  })

  it('scryptSync', () => {
    const cost = fc.record({ N: fc.constantFrom(2, 8, 16), r: fc.constantFrom(1, 3, 8), p: fc.constantFrom(1, 2) })
    fc.assert(
      fc.property(secret, secret, fc.nat(70), cost, (password, salt, length, { N, r, p }) => {
        const theirs = hex(scryptSync(password, salt, length, { N, r, p }))
        expect(hex(shim.scryptSync(password, salt, length, { N, r, p }))).toBe(theirs)
        const named = { cost: N, blockSize: r, parallelization: p }
        expect(hex(shim.scryptSync(password, salt, length, named))).toBe(theirs)
      }),
      { numRuns: 40 },
    )
  })

  it("scryptSync with Node's defaults", () => {
    expect(hex(shim.scryptSync('a', 'b', 16))).toBe(hex(scryptSync('a', 'b', 16)))
    expect(hex(shim.scryptSync('a', 'b', 16, { N: 16, r: 0, p: 0 }))).toBe(hex(scryptSync('a', 'b', 16, { N: 16 })))
  })

  it('about the least memory for which scrypt runs', () => {
    const least = 128 * 8 * (1 + 16 + 2)
    expect(() => scryptSync('a', 'b', 1, { N: 16, maxmem: least })).not.toThrow()
    expect(() => shim.scryptSync('a', 'b', 1, { N: 16, maxmem: least })).not.toThrow()
    expect(() => scryptSync('a', 'b', 1, { N: 16, maxmem: least - 1 })).toThrow()
    expect(() => shim.scryptSync('a', 'b', 1, { N: 16, maxmem: least - 1 })).toThrow('memory limit exceeded')
  })
})

it('works in a host operation, on the password as it was at the call', () => {
  const { crypto, settle } = shimmed()
  const password = Uint8Array.of(1, 2, 3)
  const seen: string[] = []
  const done = (_error: unknown, key: unknown) => seen.push(hex(key))
  crypto.scrypt(password, 'salt', 16, { N: 16 }, done)
  crypto.pbkdf2(password, 'salt', 2, 16, 'sha256', done)
  password.fill(0)
  expect(seen).toEqual([])
  settle()
  const original = Uint8Array.of(1, 2, 3)
  expect(seen).toEqual([
    hex(scryptSync(original, 'salt', 16, { N: 16 })),
    hex(pbkdf2Sync(original, 'salt', 2, 16, 'sha256')),
  ])
})
