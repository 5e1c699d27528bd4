/** A signed value as cookie-signature makes it and express writes it: `s:<value>.<signature>`. */
export interface SignedValue {
  readonly value: string
  /** Base64 of an HMAC-SHA256 over the value, without padding. */
  readonly signature: string
}

/** A cookie's value without percent-encoding, as cookie packages read it; where it can't be taken off, as it is. */
export function percentDecoded(value: string): string {
  if (!value.includes('%')) return value
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/**
 * Takes a decoded value apart at its last dot, as cookie-signature does: the value proper may hold dots itself. Whether
 * the signature is right is another question.
 *
 * @returns `null` when it is not signed
 */
export function signedValue(decoded: string): SignedValue | null {
  const dot = decoded.lastIndexOf('.')
  if (!decoded.startsWith('s:') || dot < 2) return null
  return { value: decoded.slice(2, dot), signature: decoded.slice(dot + 1) }
}
