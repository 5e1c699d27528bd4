import type { Buffer as BufferType } from 'buffer'
import { outOfRange, wrongType } from '@/lib/runtime/shims/crypto-errors'
import { asBuffer, type BufferClass, requireCallback, requireSize, viewed } from '@/lib/runtime/shims/crypto-input'

interface Options {
  readonly randomBytes: (length: number) => Uint8Array
  readonly Buffer: BufferClass
  readonly defer: (run: () => void) => void
  readonly allocate: (bytes: number) => void
}

/** 48 bits: what six bytes hold, and the widest range of `randomInt`. */
const RANDOM_INT_SPAN = 2 ** 48

/** The random half of `crypto`. What is random is drawn when it is asked for, so its order is the program's own. */
export function createRandomness({ randomBytes: draw, Buffer, defer, allocate }: Options) {
  function randomBytes(size?: unknown, callback?: unknown): BufferType | undefined {
    const length = requireSize(size, 'size')
    const call = callback === undefined ? null : requireCallback(callback)
    allocate(length)
    const result = asBuffer(draw(length), Buffer)
    if (!call) return result
    defer(() => call(null, result))
    return undefined
  }

  function randomFillSync<T>(buf: T, offset: unknown = 0, size?: unknown): T {
    const part = partOf(buf, offset, size)
    part.set(draw(part.length))
    return buf
  }

  function randomFill(buf?: unknown, ...rest: readonly unknown[]): void {
    viewOrThrow(buf)
    const last = rest.slice(0, 2).findIndex((argument) => typeof argument === 'function')
    const call = requireCallback(last < 0 ? rest[2] : rest[last])
    const [offset = 0, size] = last < 0 ? rest : rest.slice(0, last)
    const part = partOf(buf, offset, size)
    const random = draw(part.length)
    defer(() => {
      part.set(random)
      call(null, buf)
    })
  }

  /** Uniform in [0, range): draws that would favour small numbers are thrown away. */
  const below = (range: number): number => {
    const limit = RANDOM_INT_SPAN - (RANDOM_INT_SPAN % range)
    for (;;) {
      const number = draw(6).reduce((sum, byte) => sum * 256 + byte, 0)
      if (number < limit) return number % range
    }
  }

  function randomInt(...given: readonly unknown[]): number | undefined {
    const [first, second] = given
    const onlyMax = second === undefined || typeof second === 'function'
    const [min, max, callback] = onlyMax ? [0, first, second] : given
    const call = callback === undefined ? null : requireCallback(callback)
    const low = requireSafe(min, 'min')
    const high = requireSafe(max, 'max')
    if (high <= low) throw outOfRange('max', `greater than the value of "min" (${low})`, high)
    const range = high - low
    if (range >= RANDOM_INT_SPAN) throw outOfRange('max - min', `<= ${RANDOM_INT_SPAN - 1}`, range)
    const result = low + below(range)
    if (!call) return result
    defer(() => call(null, result))
    return undefined
  }

  function randomUUID(options?: unknown): string {
    checkUuidOptions(options)
    return uuidOf(draw(16))
  }

  return { randomBytes, randomFillSync, randomFill, randomInt, randomUUID }
}

/** A version 4 UUID of 16 random bytes (RFC 9562, section 5.4). */
function uuidOf(random: Uint8Array): string {
  const digits = Array.from(random, (byte, index) => {
    const fixed = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    return fixed.toString(16).padStart(2, '0')
  }).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function checkUuidOptions(options: unknown): void {
  if (options === undefined) return
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw wrongType('options', 'of type object', options)
  }
  const cache: unknown = 'disableEntropyCache' in options ? options.disableEntropyCache : undefined
  if (cache === undefined || typeof cache === 'boolean') return
  throw wrongType('options.disableEntropyCache', 'of type boolean', cache)
}

function requireSafe(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw wrongType(name, 'a safe integer', value)
}

function viewOrThrow(buf: unknown): Uint8Array {
  const view = viewed(buf)
  if (view) return view
  throw wrongType('buf', 'an instance of ArrayBuffer or ArrayBufferView', buf)
}

/** The part of `buf` to fill; offset and size count elements of a typed array, as in Node. */
function partOf(buf: unknown, offset: unknown, size: unknown): Uint8Array {
  const view = viewOrThrow(buf)
  const width = ArrayBuffer.isView(buf) && 'BYTES_PER_ELEMENT' in buf ? Number(buf.BYTES_PER_ELEMENT) : 1
  const from = requireSize(offset, 'offset', view.length, width)
  if (size === undefined) return view.subarray(from)
  const length = requireSize(size, 'size', undefined, width)
  if (length + from > view.length) throw outOfRange('size + offset', `<= ${view.length}`, length + from)
  return view.subarray(from, from + length)
}
