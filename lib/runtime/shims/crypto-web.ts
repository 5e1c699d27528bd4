import { hmac } from '@noble/hashes/hmac.js'
import type { CHash } from '@noble/hashes/utils.js'
import { nodeError } from '@/lib/runtime/shims/crypto-errors'
import { algorithmNamed } from '@/lib/runtime/shims/crypto-hash'
import { viewed } from '@/lib/runtime/shims/crypto-input'

interface Options {
  readonly randomBytes: (length: number) => Uint8Array
  readonly randomUUID: () => string
  readonly defer: (run: () => void) => void
}

/** `getRandomValues` gives no more bytes at once (Web Cryptography API, section 10.1.1). */
const QUOTA = 65_536

/** A key for HMAC, the only kind offered. */
class CryptoKey {
  readonly type = 'secret'
  readonly extractable: boolean
  readonly algorithm: { readonly name: 'HMAC'; readonly hash: { readonly name: string }; readonly length: number }
  readonly usages: readonly string[]
  readonly #bytes: Uint8Array
  readonly #hash: CHash

  constructor(bytes: Uint8Array, hash: HashChoice, extractable: boolean, usages: readonly string[]) {
    this.#bytes = bytes
    this.#hash = hash.hash
    this.extractable = extractable
    this.usages = usages
    this.algorithm = { name: 'HMAC', hash: { name: hash.name }, length: bytes.length * 8 }
  }

  static mac(key: unknown, usage: 'sign' | 'verify', data: Uint8Array): Uint8Array {
    if (!(key instanceof CryptoKey)) throw new TypeError('The key is not a CryptoKey')
    if (key.usages.includes(usage)) return hmac(key.#hash, key.#bytes, data)
    throw new DOMException(`Unable to use this key to ${usage}`, 'InvalidAccessError')
  }
}

/** `globalThis.crypto` and `crypto.webcrypto` of one process: random values, digests, and HMAC with raw keys. */
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
      later(() => {
        if (format !== 'raw' || nameOf(algorithm) !== 'HMAC') {
          throw new DOMException('Only raw keys for HMAC are offered here', 'NotSupportedError')
        }
        const hash = hashNamed(memberOf(algorithm, 'hash'))
        const bytes = source(data, 'importKey', '2nd')
        const names = usagesOf(usages)
        if (bytes.length === 0) throw new DOMException('Zero-length key is not supported', 'DataError')
        return () => new CryptoKey(bytes, hash, Boolean(extractable), names)
      }),

    sign: (algorithm?: unknown, key?: unknown, data?: unknown): Promise<ArrayBuffer> =>
      later(() => {
        requireHmac(algorithm)
        const bytes = source(data, 'sign', '3rd')
        return () => bufferOf(CryptoKey.mac(key, 'sign', bytes))
      }),

    verify: (algorithm?: unknown, key?: unknown, signature?: unknown, data?: unknown): Promise<boolean> =>
      later(() => {
        requireHmac(algorithm)
        const given = source(signature, 'verify', '3rd')
        const bytes = source(data, 'verify', '4th')
        return () => {
          const expected = CryptoKey.mac(key, 'verify', bytes)
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

interface HashChoice {
  readonly name: string
  readonly hash: CHash
}

/** Algorithms are names, in any case, or objects with a name. */
function hashNamed(algorithm: unknown): HashChoice {
  const name = nameOf(algorithm)
  const hash = /^SHA-(1|256|384|512)$/.test(name) ? algorithmNamed(name) : undefined
  if (hash) return { name, hash }
  throw new DOMException('Unrecognized algorithm name', 'NotSupportedError')
}

function requireHmac(algorithm: unknown): void {
  if (nameOf(algorithm) !== 'HMAC') throw new DOMException('Unrecognized algorithm name', 'NotSupportedError')
}

function nameOf(algorithm: unknown): string {
  return String(typeof algorithm === 'object' ? memberOf(algorithm, 'name') : algorithm).toUpperCase()
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined
}

function usagesOf(usages: unknown): string[] {
  const names = Array.isArray(usages) ? usages.map(String) : []
  if (names.length === 0) {
    throw new DOMException('Usages cannot be empty when importing a secret key.', 'SyntaxError')
  }
  if (names.every((name) => name === 'sign' || name === 'verify')) return names
  throw new DOMException('Unsupported key usage for an HMAC key', 'SyntaxError')
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
