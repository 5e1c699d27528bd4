import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const lessons = join(import.meta.dirname, '../../../lessons')
const read = (...path: string[]) => readFileSync(join(lessons, ...path), 'utf8')

/** The course's login, as printed in section 6, with the two templates that it needs. */
export const LOGIN: Readonly<Record<string, string>> = {
  'server.js': read('06-login', 'start', 'server.js'),
  'index.html': read('06-login', 'start', 'index.html'),
  'user.html': read('06-login', 'start', 'user.html'),
}

/** The course's card shop, as printed in section 3. */
export const CARD: string = read('03-card', 'start', 'server.js')

/** The login with another piece of code in the place of one of its own. */
export function loginWith(...changes: readonly (readonly [from: string, to: string])[]): Record<string, string> {
  let server = LOGIN['server.js'] ?? ''
  for (const [from, to] of changes) {
    if (!server.includes(from)) throw new Error(`the program has no ${from}`)
    server = server.replace(from, to)
  }
  return { ...LOGIN, 'server.js': server }
}
