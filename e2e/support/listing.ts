import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const LESSON = join(import.meta.dirname, '../../lessons/03-card')

/** The lesson's program as the student first sees it in English: line for line the course's own listing. */
export const LISTING = readFileSync(join(LESSON, 'start.en/server.js'), 'utf8')

/** The source of a program of the lesson, by its folder: `wrong/off-by-one`, `solutions/balance`. */
export function programOf(folder: string): string {
  return readFileSync(join(LESSON, folder, 'server.js'), 'utf8')
}
