import { Buffer } from 'buffer'

/**
 * Redis's texts are bytes. Here they are strings in which each character is one byte (0 to 255): comparable, usable as
 * keys, and as long as Redis says they are.
 */
export function bytesToText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

export function textToBytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}

/** An ordinary string as the bytes of its UTF-8. */
export function encodeUtf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}

/** Bytes as people read them, where they are UTF-8. */
export function decodeUtf8(text: string): string {
  return Buffer.from(text, 'latin1').toString('utf8')
}
