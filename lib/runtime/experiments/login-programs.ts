import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const lessons = join(import.meta.dirname, '../../../lessons')

/** The course's login as printed in section 6, with the lesson's two templates. */
export const LOGIN = startOf('06-login')

/** A repaired login with a slow store, and the hair-cut cards of section 3 on another port of its machine. */
export const GOING_LIVE = startOf('06.1-going-live')

/** A program with one piece of its entry changed; throws when the piece is not there. */
export function edited(
  program: Readonly<Record<string, string>>,
  piece: string,
  replacement: string,
): Record<string, string> {
  const source = program['server.js'] ?? ''
  if (!source.includes(piece)) throw new Error(`the program has no "${piece}"`)
  return { ...program, 'server.js': source.replace(piece, replacement) }
}

function startOf(lesson: string): Readonly<Record<string, string>> {
  const folder = join(lessons, lesson, 'start')
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}
