/** So many characters at a time: a function takes only so many arguments. */
const PIECE = 8192

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Redis's texts are bytes. Here they are strings in which each character is one byte (0 to 255): comparable, usable as
 * keys, and as long as Redis says they are.
 */
export function bytesToText(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return text
}

export function textToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** An ordinary string as the bytes of its UTF-8. */
export function encodeUtf8(text: string): string {
  return bytesToText(encoder.encode(text))
}

/** Bytes as people read them, where they are UTF-8. */
export function decodeUtf8(text: string): string {
  return decoder.decode(textToBytes(text))
}
