import { cbc } from '@noble/ciphers/aes.js'
import { hmac } from '@noble/hashes/hmac.js'
import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { nodeError } from '@/lib/runtime/shims/crypto-errors'
import { viewed } from '@/lib/runtime/shims/crypto-input'
import { hashNamed, memberOf, requireAlgorithm } from '@/lib/runtime/shims/web-algorithms'
import { CryptoKey, planImport } from '@/lib/runtime/shims/web-key'

interface Options {
  readonly randomBytes: (length: number) => Uint8Array
  readonly randomUUID: () => string
  readonly defer: (run: () => void) => void
}

/** `getRandomValues` gives no more bytes at once (Web Cryptography API, section 10.1.1). */
const QUOTA = 65_536

/**
 * `globalThis.crypto` and `crypto.webcrypto` of one process: random values, digests, and raw keys for HMAC,
 * PBKDF2 and AES-CBC.
 */
export function createWebCrypto({ randomBytes, randomUUID, defer }: Options) {
  /** Checks and copies at once, works in a host operation; what either throws rejects. */
  const later = async <T>(prepare: () => () => T): Promise<T> => {
    const work = prepare()
    return new Promise<T>((resolve, reject) => {
      defer(() => {
        try {
          resolve(work())
        } catch (error) {
          reject(error)
        }
      })
    })
  }

  const subtle = {
    digest: (algorithm?: unknown, data?: unknown): Promise<ArrayBuffer> =>
      later(() => {
        const { hash } = hashNamed(algorithm)
        const bytes = source(data, 'digest', '2nd')
        return () => bufferOf(hash(bytes))
      }),

    importKey: (format?: unknown, data?: unknown, algorithm?: unknown, extractable?: unknown, usages?: unknown) =>
      later(() => planImport(format, () => source(data, 'importKey', '2nd'), algorithm, Boolean(extractable), usages)),

    /** PBKDF2 (RFC 8018, section 5.2) only. */
    deriveBits: (algorithm?: unknown, key?: unknown, length?: unknown): Promise<ArrayBuffer> =>
      later(() => {
        requireAlgorithm(algorithm, 'PBKDF2')
        const { hash } = hashNamed(memberOf(algorithm, 'hash'))
        const salt = source(memberOf(algorithm, 'salt'), 'deriveBits', '1st')
        const c = Number(memberOf(algorithm, 'iterations'))
        if (!Number.isInteger(c) || c < 1) throw new DOMException('iterations cannot be zero', 'OperationError')
        const bits = Number(length)
        if (!Number.isInteger(bits) || bits < 0 || bits % 8 !== 0) {
          throw new DOMException('length must be a multiple of 8', 'OperationError')
        }
        const { bytes } = CryptoKey.secretOf(key, 'PBKDF2', 'deriveBits')
        return () => bufferOf(bits === 0 ? new Uint8Array() : pbkdf2(hash, bytes, salt, { c, dkLen: bits / 8 }))
      }),

    encrypt: (algorithm?: unknown, key?: unknown, data?: unknown): Promise<ArrayBuffer> =>
      later(() => {
        const cipher = cipherOf(algorithm, key, 'encrypt')
        const bytes = source(data, 'encrypt', '3rd')
        return () => bufferOf(cipher.encrypt(bytes))
      }),

    decrypt: (algorithm?: unknown, key?: unknown, data?: unknown): Promise<ArrayBuffer> =>
      later(() => {
        const cipher = cipherOf(algorithm, key, 'decrypt')
        const bytes = source(data, 'decrypt', '3rd')
        return () => {
          try {
            return bufferOf(cipher.decrypt(bytes))
          } catch {
            // Wrong padding must not tell more than that.
            throw new DOMException('The operation failed for an operation-specific reason', 'OperationError')
          }
        }
      }),

    sign: (algorithm?: unknown, key?: unknown, data?: unknown): Promise<ArrayBuffer> =>
      later(() => {
        requireAlgorithm(algorithm, 'HMAC')
        const bytes = source(data, 'sign', '3rd')
        return () => bufferOf(macOf(key, 'sign', bytes))
      }),

    verify: (algorithm?: unknown, key?: unknown, signature?: unknown, data?: unknown): Promise<boolean> =>
      later(() => {
        requireAlgorithm(algorithm, 'HMAC')
        const given = source(signature, 'verify', '3rd')
        const bytes = source(data, 'verify', '4th')
        return () => {
          const expected = macOf(key, 'verify', bytes)
          return given.length === expected.length && given.every((byte, index) => byte === expected[index])
        }
      }),
  }

  /** Fills an array of integers and gives it back. Throws TypeMismatchError, QuotaExceededError. */
  const getRandomValues = <T>(target: T): T => {
    const bytes = ArrayBuffer.isView(target) && !isFloatOrView(target) ? viewed(target) : null
    if (!bytes) throw new DOMException('The data argument must be an integer-type TypedArray', 'TypeMismatchError')
    if (bytes.length > QUOTA) throw new DOMException('The requested length exceeds 65,536 bytes', 'QuotaExceededError')
    bytes.set(randomBytes(bytes.length))
    return target
  }

  return { subtle, getRandomValues, randomUUID, CryptoKey }
}

function macOf(key: unknown, usage: 'sign' | 'verify', data: Uint8Array): Uint8Array {
  const { bytes, hash } = CryptoKey.secretOf(key, 'HMAC', usage)
  if (!hash) throw new TypeError('The key has no hash')
  return hmac(hash, bytes, data)
}

/** AES-CBC with PKCS#7 padding (NIST SP 800-38A; Web Cryptography API, section 28). */
function cipherOf(algorithm: unknown, key: unknown, usage: 'encrypt' | 'decrypt') {
  requireAlgorithm(algorithm, 'AES-CBC')
  const iv = source(memberOf(algorithm, 'iv'), usage, '1st')
  if (iv.length !== 16) throw new DOMException('algorithm.iv must contain exactly 16 bytes', 'OperationError')
  return cbc(CryptoKey.secretOf(key, 'AES-CBC', usage).bytes, iv)
}

/** A copy of the bytes: the caller may change its own while the work waits. */
function source(data: unknown, method: string, position: string): Uint8Array {
  const bytes = viewed(data)
  if (bytes) return bytes.slice()
  const expected = 'ArrayBuffer, Buffer, TypedArray, or DataView'
  const message = `Failed to execute '${method}' on 'SubtleCrypto': ${position} argument is not instance of ${expected}.`
  throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message)
}

function isFloatOrView(view: ArrayBufferView): boolean {
  return view instanceof DataView || view instanceof Float32Array || view instanceof Float64Array
}

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}
