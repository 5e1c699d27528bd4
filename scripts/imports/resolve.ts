import { posix } from 'node:path'

/** Where an import leads: a path inside the project (without `@/`, maybe without extension), or a package. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }

/** Reads a specifier as seen from `file`, whose path is relative to the project's root. */
export function resolveSpecifier(file: string, specifier: string): Target {
  if (specifier.startsWith('@/')) return { kind: 'file', path: posix.normalize(specifier.slice(2)) }
  if (specifier.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(file), specifier) }
  const parts = specifier.split('/')
  return { kind: 'package', name: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') }
}

/** The file of the project that a path without extension means; `null` when it is none of `files`. */
export function fileAt(path: string, files: ReadonlySet<string>): string | null {
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}.d.ts`, `${path}/index.ts`, `${path}/index.tsx`]
  return candidates.find((candidate) => files.has(candidate)) ?? null
}
