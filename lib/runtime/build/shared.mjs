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
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
  absWorkingDir: root,
}
