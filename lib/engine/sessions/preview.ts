/**
 * A bounded, serialisable picture of a JavaScript value, taken without calling a getter or a proxy trap.
 * `text` is what a person reads: `NaN`, `-0`, `Symbol(x)`, `[Getter]`.
 */
export type Preview =
  | { readonly type: 'string'; readonly value: string; readonly cut: number }
  | { readonly type: 'number' | 'boolean' | 'bigint' | 'symbol' | 'null' | 'undefined'; readonly text: string }
  /** Not looked into: a function, a getter, a proxy, or anything beyond the depth bound. */
  | { readonly type: 'opaque'; readonly text: string }
  | {
      readonly type: 'object' | 'array' | 'map'
      /** In insertion order; the key of a Map entry as text. */
      readonly entries: readonly (readonly [key: string, value: Preview])[]
      /** How many entries were left out by the bound. */
      readonly more: number
    }
