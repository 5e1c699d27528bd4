import type { PreviewBounds } from '@/lib/engine/sessions/bounds'
import { isObject } from '@/lib/engine/sessions/container'
import { isArray } from '@/lib/engine/sessions/intrinsics'
import { ownValue } from '@/lib/engine/sessions/own-value'
import type { Preview } from '@/lib/engine/sessions/preview'
import { primitivePreview } from '@/lib/engine/sessions/primitive'
import { preview } from '@/lib/engine/sessions/snapshot'

/** A row as a store keeps it: JSON of a session. */
export interface ParsedRow {
  /** `session`: an object with a `cookie`; `other`: JSON of something else; `broken`: no JSON. */
  readonly kind: 'session' | 'other' | 'broken'
  /** What it holds; of a broken one its text. */
  readonly value: Preview
  /** What its cookie says about when it expires, in milliseconds since the Unix epoch; `null`: not by itself. */
  readonly expires: number | null
}

const { parse } = JSON
const { parse: parseDate } = Date
const { isNaN: isNoNumber } = Number
const notProxy = () => false

/** Reads a row. Runs no student code, also where JSON's revivers and prototypes were tampered with. */
export function parseRow(text: string, bounds: PreviewBounds): ParsedRow {
  let value: unknown
  try {
    value = parse(text)
  } catch {
    return { kind: 'broken', value: primitivePreview(text, bounds.stringLength), expires: null }
  }
  const cookie = ownValue(value, 'cookie', notProxy)
  const kind = isObject(cookie) && !isArray(cookie) ? 'session' : 'other'
  return { kind, value: preview(value, bounds, notProxy), expires: expiryOf(cookie) }
}

function expiryOf(cookie: unknown): number | null {
  const expires = ownValue(cookie, 'expires', notProxy)
  const time = typeof expires === 'string' ? parseDate(expires) : expires
  return typeof time !== 'number' || isNoNumber(time) ? null : time
}
