import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../../e2e/conformance/programs/counter')

/** The course's visit counter with its file store, as printed in sections 5 and 7.1. */
export const COUNTER: Readonly<Record<string, string>> = {
  'server.js': readFileSync(join(folder, 'server.js'), 'utf8'),
  'filestore.js': readFileSync(join(folder, 'filestore.js'), 'utf8'),
}
