/**
 * What Redis answers, before it is put into bytes (RESP2 and RESP3 differ). Texts are byte strings: each character is
 * one byte, see `byte-string.ts`.
 */
export type Reply =
  | { readonly type: 'status'; readonly text: string }
  /** The first word is the kind of error: `ERR`, `WRONGTYPE`. */
  | { readonly type: 'error'; readonly message: string }
  | { readonly type: 'integer'; readonly value: number | bigint }
  | { readonly type: 'bulk'; readonly text: string }
  | { readonly type: 'double'; readonly value: number }
  | { readonly type: 'nil' }
  /** RESP2 has an empty value of its own where a list was asked for. */
  | { readonly type: 'nil-array' }
  | { readonly type: 'array'; readonly items: readonly Reply[] }
  | { readonly type: 'set'; readonly items: readonly Reply[] }
  | { readonly type: 'map'; readonly pairs: readonly (readonly [Reply, Reply])[] }
  /** Out of band in RESP3: messages of channels. */
  | { readonly type: 'push'; readonly items: readonly Reply[] }
  /** More than one answer to one command, as to SUBSCRIBE; or none. */
  | { readonly type: 'several'; readonly replies: readonly Reply[] }

export const OK: Reply = { type: 'status', text: 'OK' }
export const NIL: Reply = { type: 'nil' }
export const NIL_ARRAY: Reply = { type: 'nil-array' }

export function integer(value: number | bigint): Reply {
  return { type: 'integer', value }
}

/** 1 or 0. */
export function yes(is: boolean): Reply {
  return integer(is ? 1 : 0)
}

export function bulk(text: string): Reply {
  return { type: 'bulk', text }
}

/** A text, or nil where there is none. */
export function bulkOrNil(text: string | null | undefined): Reply {
  return text === null || text === undefined ? NIL : bulk(text)
}

export function bulks(texts: Iterable<string>): Reply {
  return { type: 'array', items: [...texts].map(bulk) }
}

export function array(items: readonly Reply[]): Reply {
  return { type: 'array', items }
}

export function errorReply(message: string): Reply {
  return { type: 'error', message }
}
