import { codedError } from '@/lib/runtime/shims/crypto-errors'
import { createHashing, hashNames } from '@/lib/runtime/shims/crypto-hash'
import { type BufferClass, viewed } from '@/lib/runtime/shims/crypto-input'
import { createKeyDerivation } from '@/lib/runtime/shims/crypto-kdf'
import { createRandomness } from '@/lib/runtime/shims/crypto-random'
import { createWebCrypto } from '@/lib/runtime/shims/crypto-web'

/** What `crypto` needs from the process that it belongs to. */
export interface CryptoOptions {
  /** Random bytes; seeded, in a world. */
  readonly randomBytes: (length: number) => Uint8Array
  /** The `Buffer` that results are made of. */
  readonly Buffer: BufferClass
  /** Runs a function soon, as a host operation. What the program's callback throws comes out of that function. */
  readonly defer: (run: () => void) => void
  /** Told of every large request for memory, in bytes, before it is met; it may throw. */
  readonly allocate?: (bytes: number) => void
}

/**
 * Node's `crypto`, as much of it as sessions, cookies and passwords need: hashes, HMAC, random values, key derivation
 * and a little of WebCrypto. Everything is computed synchronously in JavaScript: a browser's own WebCrypto can't be
 * seeded, answers outside of virtual time and is missing on a page that came over plain http.
 *
 * Errors carry the codes and messages of Node 20 (https://nodejs.org/docs/latest-v20.x/api/crypto.html).
 */
export function createCrypto({ randomBytes, Buffer, defer, allocate = () => {} }: CryptoOptions) {
  const randomness = createRandomness({ randomBytes, Buffer, defer, allocate })
  const webcrypto = createWebCrypto({ randomBytes, randomUUID: () => randomness.randomUUID(), defer })
  return {
    ...createHashing(Buffer),
    ...randomness,
    ...createKeyDerivation({ Buffer, defer, allocate }),
    getHashes: (): string[] => [...hashNames],
    timingSafeEqual,
    webcrypto,
    subtle: webcrypto.subtle,
    getRandomValues: <T>(target: T): T => webcrypto.getRandomValues(target),
  }
}

/** Throws ERR_INVALID_ARG_TYPE, ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH. */
function timingSafeEqual(buf1?: unknown, buf2?: unknown): boolean {
  const a = viewOrThrow(buf1, 'buf1')
  const b = viewOrThrow(buf2, 'buf2')
  if (a.length !== b.length) {
    const message = 'Input buffers must have the same byte length'
    throw codedError(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', message)
  }
  return a.reduce((difference, byte, index) => difference | (byte ^ (b[index] ?? 0)), 0) === 0
}

function viewOrThrow(value: unknown, name: string): Uint8Array {
  const view = viewed(value)
  if (view) return view
  const message = `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`
  throw codedError(TypeError, 'ERR_INVALID_ARG_TYPE', message)
}
