import crypto from 'node:crypto'
import { createRandom, type RandomStream } from '@/lib/engine/random'
import type { Labels } from '../messages'

let math: RandomStream
let bytes: RandomStream

/** `Math.random` and `crypto` draw from a world's streams; gives the function that says from which. */
export function seedRandomness(): (labels: Labels) => void {
  Math.random = () => math.next()
  // The module’s getRandomValues reads the one of the global object.
  replace(crypto, { randomBytes, randomUUID, randomFillSync: fill })
  replace(globalThis.crypto, { randomUUID, getRandomValues: fill })
  return (labels) => {
    math = createRandom(labels.math)
    bytes = createRandom(labels.crypto)
  }
}

function fill<T extends NodeJS.ArrayBufferView>(view: T): T {
  const target = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  target.set(bytes.bytes(view.byteLength))
  return view
}

function randomBytes(size: number, callback?: (error: Error | null, buffer: Buffer) => void): Buffer | undefined {
  const buffer = fill(Buffer.alloc(size))
  if (!callback) return buffer
  setImmediate(() => callback(null, buffer))
  return undefined
}

function randomUUID(): ReturnType<typeof crypto.randomUUID> {
  const drawn = fill(Buffer.alloc(16))
  drawn[6] = ((drawn[6] ?? 0) & 0x0f) | 0x40
  drawn[8] = ((drawn[8] ?? 0) & 0x3f) | 0x80
  const hex = drawn.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function replace(target: object, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions)) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true })
  }
}
