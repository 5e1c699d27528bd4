import type { Import } from './read-imports'
import { resolveSpecifier } from './resolve'
import { COVERED, type Row, TABLE } from './table'

/** Why `file` may not import `imported`; `null` when it may. Paths are relative to the project's root. */
export function judge(file: string, imported: Import): string | null {
  const row = rowOf(file)
  const target = resolveSpecifier(file, imported.specifier)
  if (!row) return null
  if (target.kind === 'package') return isTest(file) ? null : judgePackage(row, target.name)
  const home = folderOf(row, file)
  if (within(target.path, home)) return null
  if (row.may.some((pattern) => matches(target.path, pattern))) return null
  const typesAllowed = row.mayTypes?.some((pattern) => matches(target.path, pattern)) ?? false
  if (typesAllowed && imported.typeOnly) return null
  if (typesAllowed) return `${home} may import types only from ${target.path}`
  return `${home} may not import ${target.path}`
}

/** Why a file must not exist; `null` when it may. */
export function judgeFile(file: string): string | null {
  if (/^(lib|components)\/(.*\/)?index\.tsx?$/.test(file))
    return 'no barrel files: import from where a thing is defined'
  return isCovered(file) && !rowOf(file) ? `${file} belongs to no row of the import table` : null
}

function judgePackage(row: Row, name: string): string | null {
  const host = name.startsWith('node:') ? 'node' : name
  if (row.packages && !row.packages.includes(name)) return `${row.from} must stay pure and may not import ${name}`
  return row.noPackages?.includes(host) ? `${row.from} may not import ${name}` : null
}

function rowOf(file: string): Row | undefined {
  return TABLE.find((row) => matches(file, row.from))
}

/** The folder that a row means for one file: `components/panels/*` becomes `components/panels/code`. */
function folderOf(row: Row, file: string): string {
  return file.split('/').slice(0, row.from.split('/').length).join('/')
}

/** `a/*` matches everything in any folder of `a`; `a/b*` every path that starts with `a/b`; `a/b` all within it. */
function matches(path: string, pattern: string): boolean {
  if (pattern.endsWith('/*')) return path.startsWith(pattern.slice(0, -1))
  if (pattern.endsWith('*')) return path.startsWith(pattern.slice(0, -1))
  return within(path, pattern)
}

function within(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

function isCovered(file: string): boolean {
  return COVERED.some((folder) => within(file, folder))
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file)
}
