import type { Buffer as BufferType } from 'buffer'
import { outOfRange, wrongType, wrongValue } from '@/lib/runtime/shims/crypto-errors'

/** The Buffer of the program's realm. */
export type BufferClass = typeof BufferType

const INT32_MAX = 2 ** 31 - 1
/** Node's reading of bytes that are no UTF-8; npm's Buffer replaces other stretches of them. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The bytes of a text. Names of no encoding mean UTF-8, as in Node. Throws ERR_INVALID_ARG_VALUE for half a hex byte. */
export function bytesOfText(text: string, encoding: unknown, Buffer: BufferClass): Uint8Array {
  const name = String(encoding).toLowerCase()
  if (name === 'hex' && text.length % 2 === 1) {
    throw wrongValue('encoding', `is invalid for data of length ${text.length}`, encoding)
  }
  // npm's Buffer reads the URL alphabet of base64, but not under its name.
  if (name === 'base64url') return Buffer.from(text, 'base64')
  return Buffer.from(text, Buffer.isEncoding(name) ? name : 'utf8')
}

/** A Buffer over the same memory. */
export function asBuffer(bytes: Uint8Array, Buffer: BufferClass): BufferType {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Bytes as text where `encoding` names an encoding, else as a Buffer. */
export function encoded(bytes: Uint8Array, encoding: unknown, Buffer: BufferClass): BufferType | string {
  const buffer = asBuffer(bytes, Buffer)
  const name = String(encoding).toLowerCase()
  if (name === 'base64url') {
    return buffer.toString('base64').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  }
  if (name === 'utf8' || name === 'utf-8') return utf8.decode(bytes)
  return Buffer.isEncoding(name) ? buffer.toString(name) : buffer
}

/** The bytes that a view or a buffer holds, not copied; `null` for other values. */
export function viewed(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  return value instanceof ArrayBuffer ? new Uint8Array(value) : null
}

/**
 * A password, salt or key: text in UTF-8, or bytes, not copied. Throws ERR_INVALID_ARG_TYPE.
 * @param classes what else Node's message lists
 */
export function secretBytes(
  value: unknown,
  name: string,
  Buffer: BufferClass,
  classes = 'TypedArray, or DataView',
): Uint8Array {
  if (typeof value === 'string') return Buffer.from(value, 'utf8')
  const bytes = viewed(value)
  if (bytes) return bytes
  throw wrongType(name, `of type string or an instance of ArrayBuffer, Buffer, ${classes}`, value)
}

/** Throws ERR_INVALID_ARG_TYPE unless `value` is a function. */
export function requireCallback(value: unknown): (...args: unknown[]) => void {
  if (typeof value === 'function') return (...args) => Reflect.apply(value, undefined, args)
  throw wrongType('callback', 'of type function', value)
}

/** Throws ERR_INVALID_ARG_TYPE unless `value` is a string. */
export function requireString(value: unknown, name: string): string {
  if (typeof value === 'string') return value
  throw wrongType(name, 'of type string', value)
}

/** An integer in a range, by default of 32 bits signed. Throws ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE. */
export function requireInteger(value: unknown, name: string, least: number, most = INT32_MAX): number {
  if (typeof value !== 'number') throw wrongType(name, 'of type number', value)
  if (!Number.isInteger(value)) throw outOfRange(name, 'an integer', value)
  if (value < least || value > most) throw outOfRange(name, `>= ${least} && <= ${most}`, value)
  return value
}

/**
 * A size in bytes from one in elements of `width` bytes; fractions are cut off, as Node's random functions do.
 * Throws ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE.
 */
export function requireSize(value: unknown, name: string, most = INT32_MAX, width = 1): number {
  if (typeof value !== 'number') throw wrongType(name, 'of type number', value)
  const size = value * width
  if (!(size >= 0 && size <= most)) throw outOfRange(name, `>= 0 && <= ${most}`, size)
  return Math.trunc(size)
}
