import { parse } from 'acorn'
import type { Place } from '@/lib/lessons/diagnostic'

/** A syntax error: its message without the place, and where it is. */
export interface ScriptError extends Place {
  readonly message: string
}

export type Script =
  | { readonly tree: unknown; readonly error: null }
  | { readonly tree: null; readonly error: ScriptError }

/** Parses a CommonJS file. Never throws. */
export function parseScript(source: string): Script {
  try {
    const tree = parse(source, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowReturnOutsideFunction: true,
      allowHashBang: true,
      locations: true,
    })
    return { tree, error: null }
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, '') : 'unreadable'
    const { line, column } = isPlaced(error) ? error.loc : { line: 1, column: 0 }
    return { tree: null, error: { message, line, column: column + 1 } }
  }
}

/**
 * Where two syntax trees first differ by more than the text of strings and templates, in the second one's
 * lines and columns; `null` when they don't. Comments are not part of a tree.
 */
export function firstDifference(a: unknown, b: unknown): Place | null {
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let index = 0; index < Math.min(a.length, b.length); index++) {
      const difference = firstDifference(a[index], b[index])
      if (difference) return difference
    }
    return a.length === b.length ? null : HERE
  }
  if (!isRecord(a) || !isRecord(b)) return Object.is(a, b) ? null : HERE
  if (isString(a) && isString(b)) return null
  for (const key of Object.keys({ ...a, ...b })) {
    if (isTextOrPlace(a, key)) continue
    const difference = firstDifference(a[key], b[key])
    if (difference) return difference === HERE ? placeIn(b) : difference
  }
  return null
}

/** Names that a program declares at its top level, destructuring left out. */
export function topLevelNames(tree: unknown): readonly string[] {
  const body = isRecord(tree) && Array.isArray(tree.body) ? tree.body.filter(isRecord) : []
  const ids = body.flatMap((node) => (Array.isArray(node.declarations) ? node.declarations.filter(isRecord) : [node]))
  return ids.flatMap(({ id }) => (isRecord(id) && typeof id.name === 'string' ? [id.name] : []))
}

/** A difference in something that has no place itself. */
const HERE: Place = { line: 1, column: 1 }

function isTextOrPlace(node: Record<string, unknown>, key: string): boolean {
  if (key === 'start' || key === 'end' || key === 'loc') return true
  // A regular expression's value is an object of its own each time; its pattern and flags stand beside it.
  return key === 'value' && (node.type === 'TemplateElement' || node.value instanceof RegExp)
}

/** A string literal; a directive such as 'use strict' is none: its text matters. */
function isString(node: Record<string, unknown>): boolean {
  return node.type === 'Literal' && typeof node.value === 'string'
}

function placeIn(node: Record<string, unknown>): Place {
  const start = isRecord(node.loc) ? node.loc.start : null
  if (!isRecord(start) || typeof start.line !== 'number' || typeof start.column !== 'number') return HERE
  return { line: start.line, column: start.column + 1 }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof RegExp)
}

function isPlaced(error: unknown): error is { loc: Place } {
  return (
    isRecord(error) && isRecord(error.loc) && typeof error.loc.line === 'number' && typeof error.loc.column === 'number'
  )
}
