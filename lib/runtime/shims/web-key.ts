import type { CHash } from '@noble/hashes/utils.js'
import { type HashChoice, hashNamed, memberOf, nameOf } from '@/lib/runtime/shims/web-algorithms'

/** What keys are for here, and what each may be used for (Web Cryptography API, sections 27, 29 and 34). */
const USAGES = {
  HMAC: ['sign', 'verify'],
  PBKDF2: ['deriveBits', 'deriveKey'],
  'AES-CBC': ['encrypt', 'decrypt'],
} as const

export type KeyKind = keyof typeof USAGES
export type KeyUsage = 'sign' | 'verify' | 'deriveBits' | 'encrypt' | 'decrypt'

interface KeyParts {
  readonly kind: KeyKind
  readonly bytes: Uint8Array
  readonly hash: HashChoice | null
  readonly extractable: boolean
  readonly usages: readonly string[]
}

/** A secret key, made by `importKey`. */
export class CryptoKey {
  readonly type = 'secret'
  readonly extractable: boolean
  readonly algorithm: { readonly name: KeyKind; readonly hash?: { readonly name: string }; readonly length?: number }
  readonly usages: readonly string[]
  readonly #bytes: Uint8Array
  readonly #hash: CHash | null

  constructor({ kind, bytes, hash, extractable, usages }: KeyParts) {
    this.#bytes = bytes
    this.#hash = hash?.hash ?? null
    this.extractable = extractable
    this.usages = usages
    this.algorithm = {
      name: kind,
      ...(hash ? { hash: { name: hash.name } } : {}),
      ...(kind === 'PBKDF2' ? {} : { length: bytes.length * 8 }),
    }
  }

  /** The secret of a key that may be used like this; throws as WebCrypto does when it may not. */
  static secretOf(key: unknown, kind: KeyKind, usage: KeyUsage): { bytes: Uint8Array; hash: CHash | null } {
    if (!(key instanceof CryptoKey)) throw new TypeError('The key is not a CryptoKey')
    if (key.algorithm.name === kind && key.usages.includes(usage)) return { bytes: key.#bytes, hash: key.#hash }
    throw new DOMException(`Unable to use this key to ${usage}`, 'InvalidAccessError')
  }
}

/** Checks what `importKey` was given; gives the work that is left. `read` copies the key's bytes. Throws DOMException. */
export function planImport(
  format: unknown,
  read: () => Uint8Array,
  algorithm: unknown,
  extractable: boolean,
  usages: unknown,
): () => CryptoKey {
  const name = nameOf(algorithm)
  if (format !== 'raw' || !isKind(name)) {
    throw new DOMException('Only raw keys for HMAC, PBKDF2 and AES-CBC are offered here', 'NotSupportedError')
  }
  const bytes = read()
  const hash = name === 'HMAC' ? hashNamed(memberOf(algorithm, 'hash')) : null
  const names = usagesOf(usages, name)
  if (name === 'PBKDF2' && extractable) throw new DOMException('PBKDF2 keys are not extractable', 'SyntaxError')
  if (name === 'HMAC' && bytes.length === 0) throw new DOMException('Zero-length key is not supported', 'DataError')
  if (name === 'AES-CBC' && ![16, 24, 32].includes(bytes.length)) {
    throw new DOMException('Invalid key length', 'DataError')
  }
  return () => new CryptoKey({ kind: name, bytes, hash, extractable, usages: names })
}

function isKind(name: string): name is KeyKind {
  return Object.hasOwn(USAGES, name)
}

function usagesOf(usages: unknown, kind: KeyKind): string[] {
  const names = Array.isArray(usages) ? usages.map(String) : []
  const allowed: readonly string[] = USAGES[kind]
  if (names.length === 0) {
    throw new DOMException('Usages cannot be empty when importing a secret key.', 'SyntaxError')
  }
  if (names.every((name) => allowed.includes(name))) return names
  throw new DOMException(`Unsupported key usage for ${kind === 'HMAC' ? 'an' : 'a'} ${kind} key`, 'SyntaxError')
}
