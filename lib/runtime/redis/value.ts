import { decodeUtf8 } from '@/lib/runtime/redis/byte-string'
import { formatDouble } from '@/lib/runtime/redis/numbers'

/** What a key holds. Texts are byte strings. */
export type Value =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'list'; readonly items: string[] }
  | { readonly kind: 'hash'; readonly fields: Map<string, string> }
  | { readonly kind: 'set'; readonly members: Set<string> }
  | { readonly kind: 'zset'; readonly scores: Map<string, number> }

export type Kind = Value['kind']
export type ValueOf<K extends Kind> = Extract<Value, { kind: K }>

/** Bytes that an element costs besides its text, roughly as in Redis. */
const OVERHEAD = 32

/** How many bytes a value takes, roughly. */
export function sizeOf(value: Value): number {
  let size = OVERHEAD
  for (const text of textsOf(value)) size += text.length + OVERHEAD
  return size
}

/** Whether nothing is left in it: Redis keeps no empty collections. */
export function isEmpty(value: Value): boolean {
  switch (value.kind) {
    case 'string':
      return false
    case 'list':
      return value.items.length === 0
    case 'hash':
      return value.fields.size === 0
    case 'set':
      return value.members.size === 0
    case 'zset':
      return value.scores.size === 0
    default:
      return value satisfies never
  }
}

function* textsOf(value: Value): Iterable<string> {
  switch (value.kind) {
    case 'string':
      yield value.text
      return
    case 'list':
      yield* value.items
      return
    case 'hash':
      for (const [field, text] of value.fields) yield field + text
      return
    case 'set':
      yield* value.members
      return
    case 'zset':
      yield* value.scores.keys()
      return
    default:
      return value satisfies never
  }
}

/** As people read it: strings as they are, others as JSON. At most so many elements of a collection are looked at. */
export function readable(value: Value, most: number): string {
  switch (value.kind) {
    case 'string':
      return decodeUtf8(value.text)
    case 'list':
      return JSON.stringify(value.items.slice(0, most).map(decodeUtf8))
    case 'set':
      return JSON.stringify(first(value.members, most).map(decodeUtf8))
    case 'hash':
      return JSON.stringify(
        Object.fromEntries(first(value.fields, most).map(([field, text]) => [decodeUtf8(field), decodeUtf8(text)])),
      )
    case 'zset':
      return JSON.stringify(
        Object.fromEntries(
          first(value.scores, most).map(([member, score]) => [decodeUtf8(member), formatDouble(score)]),
        ),
      )
    default:
      return value satisfies never
  }
}

function first<T>(items: Iterable<T>, most: number): T[] {
  const taken: T[] = []
  for (const item of items) {
    if (taken.length >= most) break
    taken.push(item)
  }
  return taken
}
