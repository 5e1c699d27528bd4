/**
 * What a captured value may look like where a server keeps it. A cookie carries an id percent-encoded, and
 * express-session's cookie carries it signed, as `s:<id>.<signature>`; rows, files and keys have the id alone.
 */
export function formsOf(value: string): readonly string[] {
  const plain = decoded(value)
  const id = signedId(plain)
  return [...new Set([value, plain, ...(id === null ? [] : [id])])]
}

/** The signature is what follows the last dot, in base64 without padding (cookie-signature). */
function signedId(plain: string): string | null {
  return /^s:(.+)\.[A-Za-z0-9+/]+$/s.exec(plain)?.[1] ?? null
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
