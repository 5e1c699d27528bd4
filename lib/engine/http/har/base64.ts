const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base64 with padding (RFC 4648 section 4). */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.subarray(index, index + 3)
    text += letter(a >> 2) + letter(((a & 3) << 4) | ((b ?? 0) >> 4))
    text += b === undefined ? '=' : letter(((b & 15) << 2) | ((c ?? 0) >> 6))
    text += c === undefined ? '=' : letter(c & 63)
  }
  return text
}

function letter(sextet: number): string {
  return ALPHABET.charAt(sextet)
}
