import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { scrypt } from '@noble/hashes/scrypt.js'
import { codedError, invalidDigest, nodeError } from '@/lib/runtime/shims/crypto-errors'
import { algorithmNamed } from '@/lib/runtime/shims/crypto-hash'
import {
  asBuffer,
  type BufferClass,
  requireCallback,
  requireInteger,
  requireString,
  secretBytes,
} from '@/lib/runtime/shims/crypto-input'

interface Options {
  readonly Buffer: BufferClass
  readonly defer: (run: () => void) => void
  readonly allocate: (bytes: number) => void
}

const UINT32_MAX = 2 ** 32 - 1
/** Node's bound on scrypt's memory, in bytes, when none is given. */
const DEFAULT_MAXMEM = 32 * 1024 * 1024

/** Keys from passwords: scrypt (RFC 7914) and PBKDF2 (RFC 8018, section 5.2), with and without callbacks. */
export function createKeyDerivation({ Buffer, defer, allocate }: Options) {
  // A copy: what the program does to its buffer before the work is done must not change the key.
  const secret = (value: unknown, name: string) => secretBytes(value, name, Buffer).slice()

  /** Checks at once, as Node does; gives the work that is left. */
  const planPbkdf2 = (password: unknown, salt: unknown, iterations: unknown, keylen: unknown, digest: unknown) => {
    const name = requireString(digest, 'digest')
    const [key, added] = [secret(password, 'password'), secret(salt, 'salt')]
    const c = requireInteger(iterations, 'iterations', 1)
    const dkLen = requireInteger(keylen, 'keylen', 0)
    return () => {
      const hash = algorithmNamed(name)
      if (!hash) throw invalidDigest(name)
      allocate(dkLen)
      return () => asBuffer(dkLen === 0 ? new Uint8Array() : pbkdf2(hash, key, added, { c, dkLen }), Buffer)
    }
  }

  const planScrypt = (password: unknown, salt: unknown, keylen: unknown, options: unknown) => {
    const [key, added] = [secret(password, 'password'), secret(salt, 'salt')]
    const dkLen = requireInteger(keylen, 'keylen', 0)
    const cost = costOf(options)
    return () => {
      const memory = memoryOf(cost)
      allocate(memory + dkLen)
      const { N, r, p } = cost
      // The bound has been checked; noble counts a little differently.
      const settings = { N, r, p, dkLen, maxmem: memory * 2 }
      return () => asBuffer(dkLen === 0 ? new Uint8Array() : scrypt(key, added, settings), Buffer)
    }
  }

  return {
    pbkdf2Sync: (password?: unknown, salt?: unknown, iterations?: unknown, keylen?: unknown, digest?: unknown) =>
      planPbkdf2(password, salt, iterations, keylen, digest)()(),

    pbkdf2(...given: readonly unknown[]): void {
      const [password, salt, iterations, keylen, digest, callback] = given
      const named = typeof digest === 'function' ? undefined : digest
      const plan = planPbkdf2(password, salt, iterations, keylen, named)
      const call = requireCallback(callback)
      const derive = plan()
      defer(() => call(null, derive()))
    },

    scryptSync: (password?: unknown, salt?: unknown, keylen?: unknown, options?: unknown) =>
      planScrypt(password, salt, keylen, options)()(),

    scrypt(...given: readonly unknown[]): void {
      const [password, salt, keylen, options, callback] = given
      const bare = callback === undefined
      const plan = planScrypt(password, salt, keylen, bare ? undefined : options)
      const call = requireCallback(bare ? options : callback)
      const derive = plan()
      defer(() => call(null, derive()))
    },
  }
}

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
  /** Bytes. */
  readonly maxmem: number
}

/** The parameters of scrypt under either of Node's names; zero means the default. */
function costOf(options: unknown): Cost {
  const given = new Map<string, unknown>(typeof options === 'object' && options ? Object.entries(options) : [])
  const read = (short: string, long: string, otherwise: number): number => {
    const [a, b] = [given.get(short), given.get(long)]
    const first = a === undefined ? 0 : requireInteger(a, short, 0, UINT32_MAX)
    if (b === undefined) return first || otherwise
    if (a !== undefined) throw nodeError(Error, 'ERR_CRYPTO_SCRYPT_INVALID_PARAMETER', 'Invalid scrypt parameter')
    return requireInteger(b, long, 0, UINT32_MAX) || otherwise
  }
  const N = read('N', 'cost', 16_384)
  const r = read('r', 'blockSize', 8)
  const p = read('p', 'parallelization', 1)
  const bound = given.get('maxmem')
  const maxmem = bound === undefined ? 0 : requireInteger(bound, 'maxmem', 0, Number.MAX_SAFE_INTEGER)
  return { N, r, p, maxmem: maxmem || DEFAULT_MAXMEM }
}

/** Bytes that scrypt takes by OpenSSL's count. Throws ERR_CRYPTO_INVALID_SCRYPT_PARAMS where OpenSSL refuses. */
function memoryOf({ N, r, p, maxmem }: Cost): number {
  const invalid = (why: string) =>
    codedError(RangeError, 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', `Invalid scrypt params${why}`)
  if (N < 2 || !Number.isInteger(Math.log2(N))) throw invalid('')
  // The blocks of all lanes, the table, and two blocks to work in.
  const memory = 128 * r * (p + N + 2)
  // RFC 7914, section 2: N below 2^(128 r / 8), p at most (2^32 - 1) * 32 / (128 r).
  if (N >= 2 ** (16 * r) || p * r > 2 ** 30 - 1 || memory > maxmem) {
    throw invalid(': error:030000AC:digital envelope routines::memory limit exceeded')
  }
  return memory
}
