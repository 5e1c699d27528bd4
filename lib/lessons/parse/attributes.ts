import type { Place, Reporter } from '@/lib/lessons/diagnostic'
import { closest, didYouMean } from '@/lib/lessons/suggest'

/** One `name=value` as it was written, and where. */
export interface Attribute {
  readonly name: string
  readonly value: string
  readonly place: Place
}

/** Which attributes a directive or a fence takes. A flag has no value: it is there, or it isn't. */
export type AttributeSpec = Readonly<Record<string, 'required' | 'optional' | 'flag'>>

const WORD = /([^\s=]+)(?:\s*=\s*("[^"]*"|'[^']*'|\S*))?/g

/**
 * Splits `visitor=alice value="a b"`. `place` is where `text` begins.
 * Directives take their values from the Markdown parser and only the places from here.
 */
export function splitAttributes(text: string, place: Place): readonly Attribute[] {
  return [...text.matchAll(WORD)].map((match) => ({
    name: match[1] ?? '',
    value: unquoted(match[2] ?? ''),
    place: { line: place.line, column: place.column + match.index },
  }))
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value
}

/** The attributes of `spec` that were given, by name. Reports unknown, repeated, empty and missing ones. */
export function readAttributes(
  given: readonly Attribute[],
  spec: AttributeSpec,
  owner: { readonly name: string; readonly place: Place },
  reporter: Reporter,
): ReadonlyMap<string, Attribute> {
  const read = new Map<string, Attribute>()
  for (const attribute of given) {
    const { name, place } = attribute
    if (!Object.hasOwn(spec, name)) {
      const known = Object.keys(spec)
      const listed = known.length === 0 ? 'it takes none' : `it takes ${known.join(', ')}`
      const wide = /[＝“”｛｝]/.exec(name)?.[0]
      const hint = wide ? `; "${wide}" is a wide character` : didYouMean(name, known) || `; ${listed}`
      reporter.report('unknown-attribute', place, `"${owner.name}" has no attribute "${name}"${hint}`)
    } else if (read.has(name)) {
      reporter.report('unknown-attribute', place, `"${name}" is given twice`)
    } else if (spec[name] === 'flag' && attribute.value !== '') {
      reporter.report('bad-value', place, `"${name}" takes no value: it is there, or it isn't`)
    } else if (spec[name] !== 'flag' && attribute.value === '') {
      reporter.report('bad-value', place, `"${name}" has no value`)
    } else {
      read.set(name, attribute)
    }
  }
  // One that was only misspelt is not missing besides.
  const meant = given.map(({ name }) => closest(name, Object.keys(spec)))
  for (const [name, need] of Object.entries(spec)) {
    if (need === 'required' && !meant.includes(name)) {
      reporter.report('missing-attribute', owner.place, `"${owner.name}" needs ${name}=…`)
    }
  }
  return read
}
