import type { DiskSurface } from '@/lib/runtime/realm/env'

/*
 * What a disk offers, by name: it must be known before there is a disk. A test compares it with what memfs has.
 */

/** The functions of Node's fs that answer at once. */
export const FUNCTIONS = [
  'accessSync',
  'appendFileSync',
  'chmodSync',
  'chownSync',
  'closeSync',
  'copyFileSync',
  'cpSync',
  'existsSync',
  'fchmodSync',
  'fchownSync',
  'fdatasyncSync',
  'fstatSync',
  'fsyncSync',
  'ftruncateSync',
  'futimesSync',
  'globSync',
  'lchmodSync',
  'lchownSync',
  'linkSync',
  'lstatSync',
  'lutimesSync',
  'mkdirSync',
  'mkdtempSync',
  'openSync',
  'opendirSync',
  'readFileSync',
  'readSync',
  'readdirSync',
  'readlinkSync',
  'readvSync',
  'realpathSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'statSync',
  'statfsSync',
  'symlinkSync',
  'truncateSync',
  'unlinkSync',
  'utimesSync',
  'writeFileSync',
  'writeSync',
  'writevSync',
] as const

/** Its classes and constants. */
export const VALUES = [
  'F_OK',
  'R_OK',
  'W_OK',
  'X_OK',
  'constants',
  'Stats',
  'Dir',
  'Dirent',
  'StatWatcher',
  'FSWatcher',
] as const

/** Node's fs without its asynchronous half, over a disk that is asked for each of its parts when somebody uses it. */
export function diskSurface(
  operate: (name: string, args: readonly unknown[]) => unknown,
  value: (name: string) => unknown,
): DiskSurface {
  const functions: Record<string, (...args: unknown[]) => unknown> = {}
  for (const name of FUNCTIONS) functions[name] = (...args) => operate(name, args)
  const values: Record<string, unknown> = {}
  for (const name of VALUES) Object.defineProperty(values, name, { enumerable: true, get: () => value(name) })
  return { functions, values }
}
