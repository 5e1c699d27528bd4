import { Buffer } from 'node:buffer'
import { type BinaryToTextEncoding, createHash, createHmac, getHashes, timingSafeEqual } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCrypto } from '@/lib/runtime/shims/crypto'

const shim = createCrypto({
  randomBytes: (length) => Uint8Array.from({ length }, (_, index) => index * 7),
  Buffer,
  defer: (run) => run(),
})

const encodings = fc.constantFrom<BinaryToTextEncoding>('hex', 'base64', 'base64url', 'binary')
const data = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 300 }))

describe('hashes agree with Node', () => {
  it.each(shim.getHashes())('%s', (name: string) => {
    fc.assert(
      fc.property(fc.array(data), encodings, (pieces, encoding) => {
        const [ours, theirs] = [shim.createHash(name), createHash(name)]
        for (const piece of pieces) [ours.update(piece), theirs.update(piece)]
        expect(ours.copy().digest(encoding)).toBe(theirs.copy().digest(encoding))
        expect(ours.digest()).toEqual(theirs.digest())
      }),
    )
  })

  it('under every alias that Node lists for them', () => {
    const aliases = getHashes().filter((name) =>
      /^(rsa-)?(md5|sha1|sha224|sha256|sha384|sha512|ripemd|rmd)/i.test(name),
    )
    for (const name of aliases.filter((alias) => alias !== 'md5-sha1')) {
      expect(shim.createHash(name).update('a').digest('hex'), name).toBe(createHash(name).update('a').digest('hex'))
    }
  })
})

it('HMACs agree with Node, whatever the length of the key', () => {
  const key = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 }))
  fc.assert(
    fc.property(fc.constantFrom(...shim.getHashes()), key, data, encodings, (name, secret, text, encoding) => {
      const theirs = createHmac(name, secret).update(text).digest(encoding)
      expect(shim.createHmac(name, secret).update(text).digest(encoding)).toBe(theirs)
    }),
  )
})

it('timingSafeEqual agrees with Node', () => {
  const pair = fc.array(fc.tuple(fc.nat(1), fc.nat(1)), { maxLength: 4 })
  fc.assert(
    fc.property(pair, (bits) => {
      const [a, b] = [Uint8Array.from(bits, ([bit]) => bit), Uint8Array.from(bits, ([, bit]) => bit)]
      expect(shim.timingSafeEqual(a, b)).toBe(timingSafeEqual(a, b))
    }),
  )
})
