import type { CHash } from '@noble/hashes/utils.js'
import { algorithmNamed } from '@/lib/runtime/shims/crypto-hash'

export interface HashChoice {
  readonly name: string
  readonly hash: CHash
}

/** A hash of WebCrypto: algorithms are names, in any case, or objects with a name. Throws NotSupportedError. */
export function hashNamed(algorithm: unknown): HashChoice {
  const name = nameOf(algorithm)
  const hash = /^SHA-(1|256|384|512)$/.test(name) ? algorithmNamed(name) : undefined
  if (hash) return { name, hash }
  throw unrecognized()
}

export function requireAlgorithm(algorithm: unknown, name: string): void {
  if (nameOf(algorithm) !== name) throw unrecognized()
}

export function nameOf(algorithm: unknown): string {
  return String(typeof algorithm === 'object' ? memberOf(algorithm, 'name') : algorithm).toUpperCase()
}

export function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined
}

function unrecognized(): DOMException {
  return new DOMException('Unrecognized algorithm name', 'NotSupportedError')
}
