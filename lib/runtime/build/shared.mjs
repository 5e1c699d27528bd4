import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `lib/runtime`. */
export const runtime = join(dirname(fileURLToPath(import.meta.url)), '..')
export const root = join(runtime, '../..')

/** What every bundle has in common. */
export const shared = {
  bundle: true,
  write: false,
  platform: 'neutral',
  target: 'es2022',
  mainFields: ['main', 'module'],
  keepNames: true,
  legalComments: 'none',
  // White space only: more would take the names of function expressions away, which programs can see.
  minifyWhitespace: true,
  logLevel: 'warning',
  absWorkingDir: root,
}
