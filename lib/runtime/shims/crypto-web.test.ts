import { webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCrypto } from '@/lib/runtime/shims/crypto'
import { hex, shimmed } from '@/lib/runtime/shims/crypto-test-support'

const { Buffer } = shimmed()
const { subtle, getRandomValues } = createCrypto({
  randomBytes: (length) => new Uint8Array(length).fill(7),
  Buffer,
  defer: (run) => run(),
})
const bytes = fc.uint8Array({ maxLength: 200 })

describe('subtle', () => {
  it.each(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])("digest agrees with Node's for %s", async (name) => {
    await fc.assert(
      fc.asyncProperty(bytes, async (data) => {
        expect(hex(await subtle.digest({ name: name.toLowerCase() }, data))).toBe(
          hex(await webcrypto.subtle.digest(name, data)),
        )
      }),
      { numRuns: 20 },
    )
  })

  it("sign agrees with Node's, and verify with both", async () => {
    const kind = { name: 'HMAC', hash: 'SHA-256' }
    const secret = fc.uint8Array({ minLength: 1, maxLength: 100 })
    await fc.assert(
      fc.asyncProperty(secret, bytes, async (raw, data) => {
        const theirs = await webcrypto.subtle.importKey('raw', raw, kind, false, ['sign'])
        const ours = await subtle.importKey('raw', raw, kind, false, ['sign', 'verify'])
        const signature = await subtle.sign('HMAC', ours, data)
        expect(hex(signature)).toBe(hex(await webcrypto.subtle.sign('HMAC', theirs, data)))
        expect(await subtle.verify('HMAC', ours, signature, data)).toBe(true)
        expect(await subtle.verify('HMAC', ours, signature, Uint8Array.of(...data, 1))).toBe(false)
        expect(await subtle.verify('HMAC', ours, signature.slice(1), data)).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  it("derives the same bits as Node's from a password", async () => {
    const kinds = fc.constantFrom('SHA-1', 'SHA-256', 'SHA-512')
    await fc.assert(
      fc.asyncProperty(
        bytes,
        bytes,
        fc.integer({ min: 1, max: 20 }),
        kinds,
        async (password, salt, iterations, hash) => {
          const algorithm = { name: 'PBKDF2', salt, iterations, hash }
          const theirs = await webcrypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
          const ours = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
          expect(hex(await subtle.deriveBits(algorithm, ours, 256))).toBe(
            hex(await webcrypto.subtle.deriveBits(algorithm, theirs, 256)),
          )
        },
      ),
      { numRuns: 20 },
    )
  })

  it("encrypts as Node's does, and each opens what the other closed", async () => {
    const key = fc.constantFrom(16, 32).chain((length) => fc.uint8Array({ minLength: length, maxLength: length }))
    const iv = fc.uint8Array({ minLength: 16, maxLength: 16 })
    await fc.assert(
      fc.asyncProperty(key, iv, bytes, async (raw, vector, data) => {
        const algorithm = { name: 'AES-CBC', iv: vector }
        const theirs = await webcrypto.subtle.importKey('raw', raw, 'AES-CBC', false, ['encrypt', 'decrypt'])
        const ours = await subtle.importKey('raw', raw, 'AES-CBC', false, ['encrypt', 'decrypt'])
        const closed = await subtle.encrypt(algorithm, ours, data)
        expect(hex(closed)).toBe(hex(await webcrypto.subtle.encrypt(algorithm, theirs, data)))
        expect(hex(await subtle.decrypt(algorithm, ours, closed))).toBe(hex(data))
        await expect(subtle.decrypt(algorithm, ours, closed.slice(1))).rejects.toMatchObject({ name: 'OperationError' })
      }),
      { numRuns: 20 },
    )
  })

  it('keeps keys to what they are for', async () => {
    const raw = new Uint8Array(16)
    const aes = await subtle.importKey('raw', raw, { name: 'aes-cbc' }, false, ['encrypt'])
    const algorithm = { name: 'AES-CBC', iv: raw }
    await expect(subtle.decrypt(algorithm, aes, raw)).rejects.toMatchObject({ name: 'InvalidAccessError' })
    await expect(subtle.sign('HMAC', aes, raw)).rejects.toMatchObject({ name: 'InvalidAccessError' })
    await expect(subtle.encrypt({ ...algorithm, iv: raw.slice(1) }, aes, raw)).rejects.toThrow('exactly 16 bytes')
    await expect(subtle.importKey('raw', raw.slice(1), 'AES-CBC', false, ['encrypt'])).rejects.toMatchObject({
      name: 'DataError',
    })
    await expect(subtle.importKey('raw', raw, 'PBKDF2', true, ['deriveBits'])).rejects.toMatchObject({
      name: 'SyntaxError',
    })
  })

  it('refuses what it does not offer, by a rejection', async () => {
    const raw = new Uint8Array(3)
    const kind = { name: 'HMAC', hash: 'SHA-256' }
    await expect(subtle.digest('MD5', raw)).rejects.toThrow('Unrecognized algorithm name')
    await expect(subtle.digest('SHA-256', 'a')).rejects.toMatchObject({ code: 'ERR_INVALID_ARG_TYPE' })
    await expect(subtle.importKey('jwk', {}, kind, false, ['sign'])).rejects.toThrow('Only raw keys')
    await expect(subtle.importKey('raw', raw, kind, false, [])).rejects.toMatchObject({ name: 'SyntaxError' })
    await expect(subtle.importKey('raw', raw, kind, false, ['encrypt'])).rejects.toMatchObject({ name: 'SyntaxError' })
    await expect(subtle.importKey('raw', raw.slice(3), kind, false, ['sign'])).rejects.toMatchObject({
      name: 'DataError',
    })
    const signer = await subtle.importKey('raw', raw, kind, false, ['sign'])
    await expect(subtle.verify('HMAC', signer, raw, raw)).rejects.toMatchObject({ name: 'InvalidAccessError' })
    await expect(subtle.sign('HMAC', {}, raw)).rejects.toThrow('not a CryptoKey')
  })

  it('answers in a host operation', async () => {
    const { crypto, settle, waiting } = shimmed()
    const data = new Uint8Array(1)
    const digest = crypto.subtle.digest('SHA-1', data)
    data.fill(9)
    expect(waiting).toHaveLength(1)
    settle()
    expect(hex(await digest)).toBe(hex(await webcrypto.subtle.digest('SHA-1', new Uint8Array(1))))
  })
})

describe('getRandomValues', () => {
  it('fills arrays of integers, also without its receiver', () => {
    expect(getRandomValues(new Uint16Array(2))).toEqual(Uint16Array.of(0x0707, 0x0707))
  })

  it.each([[[]], [new Float32Array(2)], [new DataView(new ArrayBuffer(2))], [undefined]])('refuses %o', (target) => {
    expect(() => getRandomValues(target)).toThrow('must be an integer-type TypedArray')
  })

  it('gives at most 65,536 bytes', () => {
    expect(getRandomValues(new Uint8Array(65_536)).at(-1)).toBe(7)
    expect(() => getRandomValues(new Uint8Array(65_537))).toThrow('exceeds 65,536 bytes')
  })
})
