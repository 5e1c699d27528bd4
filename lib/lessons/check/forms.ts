import { percentDecoded, signedValue } from '@/lib/engine/trace/signed-value'

/**
 * What a captured value may look like where a server keeps it. A cookie carries an id percent-encoded, and
 * express-session's cookie carries it signed, as `s:<id>.<signature>`; rows, files and keys have the id alone.
 * The last of the forms is the barest.
 */
export function formsOf(value: string): readonly string[] {
  const plain = percentDecoded(value)
  const id = signedValue(plain)?.id
  return [...new Set([value, plain, ...(id === undefined ? [] : [id])])]
}
