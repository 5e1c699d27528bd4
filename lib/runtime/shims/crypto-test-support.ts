import { createRequire } from 'node:module'
import { createCrypto } from '@/lib/runtime/shims/crypto'
import type { BufferClass } from '@/lib/runtime/shims/crypto-input'

/** npm's Buffer, the one of the worker: it lacks some of what Node's can do. */
const { Buffer }: { readonly Buffer: BufferClass } = createRequire(import.meta.url)('buffer/')

/** A shim whose randomness counts up and whose deferred work waits until `settle` is called. */
export function shimmed() {
  let drawn = 0
  const waiting: (() => void)[] = []
  const crypto = createCrypto({
    randomBytes: (length) => Uint8Array.from({ length }, () => drawn++ * 37),
    Buffer,
    defer: (run) => void waiting.push(run),
  })
  /** Does what waits, in order. */
  const settle = (): void => {
    for (const run of waiting.splice(0)) run()
  }
  return { crypto, settle, waiting, Buffer }
}

/** Bytes in hexadecimal, whichever Buffer they are of. */
export function hex(value: unknown): string {
  if (!(value instanceof Uint8Array || value instanceof ArrayBuffer)) throw new Error(`not bytes: ${String(value)}`)
  return Array.from(new Uint8Array(value), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
