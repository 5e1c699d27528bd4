import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readArguments } from '@/lib/cli/read-arguments'
import { readLessons } from '@/lib/cli/read-lessons'
import { EXIT, type ExitCode, isProblem, type Problem, type Terminal } from '@/lib/cli/terminal'
import type { LessonReading } from '@/lib/lessons/parse/lesson'

/** The lesson that new ones are copies of; the authors' guide shows it in full. */
export const TEMPLATE = join(import.meta.dirname, 'template')

/** `new <slug> [--number 7.3]` */
export async function newCommand(line: readonly string[], root: string, terminal: Terminal): Promise<ExitCode> {
  const folder = await makeLesson(line, root)
  if (typeof folder !== 'string') {
    terminal.err(`${folder.problem}\n`)
    return EXIT.misused
  }
  terminal.out(`made lessons/${folder}; try it: npm run lessons -- check ${folder}\n`)
  return EXIT.fine
}

async function makeLesson(line: readonly string[], root: string): Promise<string | Problem> {
  const given = readArguments(line, ['number'])
  if (isProblem(given)) return given
  const [slug, ...more] = given.plain
  if (slug === undefined || more.length > 0) return { problem: 'usage: npm run lessons -- new <slug> [--number 7.3]' }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) {
    return { problem: `"${slug}" is no slug: small letters and digits, with hyphens between them, such as file-store` }
  }
  const written = given.options.number
  if (written !== undefined && !/^\d{1,2}(\.\d)?$/.test(written)) {
    return { problem: `"${written}" is no number of a section such as 7 or 7.3` }
  }
  const readings = await readLessons(root)
  const number = written === undefined ? nextNumber(readings) : Number(written)
  const taken = readings.find((reading) => reading.slug === slug || reading.number === number)
  if (taken) {
    const what = taken.slug === slug ? `slug "${slug}"` : `number ${number}`
    return { problem: `lessons/${taken.folder} has the ${what} already` }
  }
  return copyTemplate(`${padded(number)}-${slug}`, root)
}

async function copyTemplate(folder: string, root: string): Promise<string | Problem> {
  try {
    await mkdir(root, { recursive: true })
    await cp(TEMPLATE, join(root, folder), { recursive: true, force: false, errorOnExist: true })
    return folder
  } catch (error) {
    return { problem: `lessons/${folder} can't be made: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function nextNumber(readings: readonly LessonReading[]): number {
  return Math.floor(Math.max(0, ...readings.map((reading) => reading.number))) + 1
}

/** Folders stand in the course's order: 7 is `07`, 7.1 is `07.1`. */
function padded(number: number): string {
  const [section = '', part] = String(number).split('.')
  return section.padStart(2, '0') + (part === undefined ? '' : `.${part}`)
}
