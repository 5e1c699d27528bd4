import { type BinaryToTextEncoding, createHash, createHmac, getHashes, timingSafeEqual } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hex, shimmed } from '@/lib/runtime/shims/crypto-test-support'

const { crypto: shim } = shimmed()

const encodings = fc.constantFrom<BinaryToTextEncoding>('hex', 'base64', 'base64url', 'binary')
const data = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 300 }))

describe('hashes agree with Node', () => {
  it.each(shim.getHashes())('%s', (name: string) => {
    fc.assert(
      fc.property(fc.array(data), encodings, (pieces, encoding) => {
        const [ours, theirs] = [shim.createHash(name), createHash(name)]
        for (const piece of pieces) [ours.update(piece), theirs.update(piece)]
        expect(ours.copy().digest(encoding)).toBe(theirs.copy().digest(encoding))
        expect(hex(ours.digest())).toBe(hex(theirs.digest()))
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

it('encodings agree with Node, known or not, in any case', () => {
  for (const encoding of ['HEX', 'Base64', 'BASE64URL', 'ucs2', 'utf8', 'ascii', 'latin1']) {
    const theirs: unknown = Reflect.apply(createHash('md5').digest, createHash('md5'), [encoding])
    expect(shim.createHash('md5').digest(encoding), encoding).toBe(theirs)
  }
  for (const encoding of ['nope', 'buffer', null, undefined, 5]) {
    expect(hex(shim.createHash('md5').digest(encoding))).toBe('d41d8cd98f00b204e9800998ecf8427e')
  }
})

it('text to hash is read in its encoding', () => {
  for (const [text, encoding] of [
    ['616f', 'hex'],
    ['-_8', 'base64url'],
    ['+/8=', 'base64'],
    ['ÿ', 'latin1'],
    ['剪发卡', 'utf16le'],
  ] as const) {
    const theirs = createHash('sha1').update(text, encoding).digest('hex')
    expect(shim.createHash('sha1').update(text, encoding).digest('hex'), encoding).toBe(theirs)
  }
})

it("a second digest of an HMAC gives nothing, as Node's does", () => {
  const mac = shim.createHmac('sha256', 'k')
  mac.digest()
  expect(mac.digest('hex')).toBe('')
  expect(() => mac.update('a')).toThrow('Digest already called')
})
