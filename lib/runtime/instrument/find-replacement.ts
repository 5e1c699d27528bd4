import type { AnyNode } from 'acorn'
import type { SourcePlace } from '@/lib/engine/trace/event'
import { childrenOf } from '@/lib/runtime/instrument/children'
import { parseFile } from '@/lib/runtime/instrument/parse'

/** A name that a program writes to or deletes. */
interface Written {
  /** As far as it can be read: `Array.prototype.map`, or `.map` when it is not said of what. */
  readonly name: string
  readonly place: SourcePlace
}

/**
 * The line of a program that puts something else in the place of a built-in (`Array.prototype.map`), by its text:
 * JavaScript has no word for who changed an object. First where the name stands in full, else where its last part is
 * written to (`proto.map = …`); `null` where neither is to be found.
 */
export function findReplacement(files: Readonly<Record<string, string>>, name: string): SourcePlace | null {
  const last = lastPart(name)
  let guess: SourcePlace | null = null
  for (const [file, source] of Object.entries(files)) {
    if (!/\.[cm]?js$/.test(file)) continue
    const parsed = parseFile(source, file)
    if ('mistake' in parsed) continue
    for (const written of writes(parsed.script, file)) {
      if (written.name === name) return written.place
      if (lastPart(written.name) === last) guess ??= written.place
    }
  }
  return guess
}

function* writes(node: AnyNode, file: string): Generator<Written> {
  const at = (name: string): Written => ({ name, place: { file, line: node.loc?.start.line ?? 1 } })
  if (node.type === 'AssignmentExpression') yield at(nameOf(node.left))
  else if (node.type === 'UnaryExpression' && node.operator === 'delete') yield at(nameOf(node.argument))
  else if (node.type === 'CallExpression') {
    const [owner, key] = node.arguments
    const method = lastPart(nameOf(node.callee))
    if (owner && key && (method === 'defineProperty' || method === 'set')) yield at(member(nameOf(owner), key, true))
    if (owner && key?.type === 'ObjectExpression' && (method === 'assign' || method === 'defineProperties')) {
      for (const property of key.properties) {
        if (property.type !== 'Property') continue
        yield at(member(nameOf(owner), property.key, property.computed))
      }
    }
  }
  for (const child of childrenOf(node)) yield* writes(child, file)
}

function nameOf(node: AnyNode): string {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression') return member(nameOf(node.object), node.property, node.computed)
  return ''
}

function member(owner: string, key: AnyNode, computed: boolean): string {
  const of = owner === 'globalThis' || owner === 'global' ? '' : owner
  if (key.type === 'Identifier' && !computed) return of === '' && owner !== '' ? key.name : `${of}.${key.name}`
  if (key.type === 'Literal') return `${of}.${key.value}`
  return `${of}[${nameOf(key)}]`
}

function lastPart(name: string): string {
  return /\[[^\]]*\]$/.exec(name)?.[0] ?? name.slice(name.lastIndexOf('.') + 1)
}
