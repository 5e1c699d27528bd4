import { hmac } from '@noble/hashes/hmac.js'
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js'
import type { CHash } from '@noble/hashes/utils.js'
import type { Buffer as BufferType } from 'buffer'
import { type CodedError, invalidDigest, nodeError, wrongType } from '@/lib/runtime/shims/crypto-errors'
import {
  type BufferClass,
  bytesOfText,
  encoded,
  requireString,
  secretBytes,
  viewed,
} from '@/lib/runtime/shims/crypto-input'

const algorithms: ReadonlyMap<string, CHash> = new Map<string, CHash>([
  ['md5', md5],
  ['ripemd160', ripemd160],
  ['sha1', sha1],
  ['sha224', sha224],
  ['sha256', sha256],
  ['sha384', sha384],
  ['sha512', sha512],
  ['sha512-224', sha512_224],
  ['sha512-256', sha512_256],
])

/** Names of the offered hash functions, as `getHashes` lists them. */
export const hashNames: readonly string[] = [...algorithms.keys()]

/**
 * The hash function of a name in any of OpenSSL's spellings (`SHA-256`, `RSA-SHA256`, `sha256WithRSAEncryption`);
 * `undefined` when it is not offered.
 */
export function algorithmNamed(name: string): CHash | undefined {
  const plain = name
    .toLowerCase()
    .replace(/^(rsa|ssl3)-(?=md5|ripemd|sha)/, '')
    .replace(/withrsa(encryption)?$/, '')
    .replace(/^sha2?-(?=\d)/, 'sha')
    .replace(/^sha1-2$/, 'sha1')
    .replace(/^sha512\//, 'sha512-')
    .replace(/^(rmd160|ripemd)$/, 'ripemd160')
  return algorithms.get(plain)
}

interface State {
  update(bytes: Uint8Array): unknown
  digest(): Uint8Array
  clone(): State
}

function finalized(): CodedError {
  return nodeError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called')
}

/** Data to hash: text or a view; unlike a key it may not be an ArrayBuffer. */
function dataBytes(data: unknown, encoding: unknown, Buffer: BufferClass): Uint8Array {
  if (typeof data === 'string') return bytesOfText(data, encoding, Buffer)
  const bytes = ArrayBuffer.isView(data) ? viewed(data) : null
  if (bytes) return bytes
  throw wrongType('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data)
}

/** What `createHash` gives. Unlike Node's it is no stream: it has no `write`, and nothing can be piped into it. */
class Hash {
  readonly #Buffer: BufferClass
  readonly #state: State
  #finished = false

  constructor(Buffer: BufferClass, state: State) {
    this.#Buffer = Buffer
    this.#state = state
  }

  /** Throws ERR_CRYPTO_HASH_FINALIZED, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE. */
  update(data?: unknown, encoding?: unknown): this {
    if (this.#finished) throw finalized()
    this.#state.update(dataBytes(data, encoding, this.#Buffer))
    return this
  }

  /** Throws ERR_CRYPTO_HASH_FINALIZED when called for the second time. */
  digest(encoding?: unknown): string | BufferType {
    if (this.#finished) throw finalized()
    this.#finished = true
    return encoded(this.#state.digest(), encoding, this.#Buffer)
  }

  /** Throws ERR_CRYPTO_HASH_FINALIZED. */
  copy(): Hash {
    if (this.#finished) throw finalized()
    return new Hash(this.#Buffer, this.#state.clone())
  }
}

/** What `createHmac` gives (RFC 2104). No stream, either. */
class Hmac {
  readonly #Buffer: BufferClass
  readonly #state: State
  #finished = false

  constructor(Buffer: BufferClass, state: State) {
    this.#Buffer = Buffer
    this.#state = state
  }

  /** Throws ERR_CRYPTO_HASH_FINALIZED, ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE. */
  update(data?: unknown, encoding?: unknown): this {
    if (this.#finished) throw finalized()
    this.#state.update(dataBytes(data, encoding, this.#Buffer))
    return this
  }

  /** The second call gives nothing, as Node's does, where a hash would throw. */
  digest(encoding?: unknown): string | BufferType {
    const digest = this.#finished ? new Uint8Array() : this.#state.digest()
    this.#finished = true
    return encoded(digest, encoding, this.#Buffer)
  }
}

/** `createHash` and `createHmac`, whose results are made of `Buffer`. */
export function createHashing(Buffer: BufferClass) {
  return {
    Hash,
    Hmac,

    createHash(algorithm?: unknown): Hash {
      const hash = algorithmNamed(requireString(algorithm, 'algorithm'))
      if (!hash) throw new Error('Digest method not supported')
      return new Hash(Buffer, hash.create())
    },

    createHmac(algorithm?: unknown, key?: unknown, options?: { readonly encoding?: unknown } | null): Hmac {
      const name = requireString(algorithm, 'hmac')
      const secret =
        typeof key === 'string'
          ? bytesOfText(key, options?.encoding, Buffer)
          : secretBytes(key, 'key', Buffer, 'TypedArray, DataView, KeyObject, or CryptoKey')
      const hash = algorithmNamed(name)
      if (!hash) throw invalidDigest(name)
      return new Hmac(Buffer, hmac.create(hash, secret))
    },
  }
}
