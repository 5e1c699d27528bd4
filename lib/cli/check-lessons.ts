import { checkLesson } from '@/lib/lessons/check/check-lesson'
import type { WorldRunner } from '@/lib/lessons/check/runner'
import { duplicatesAmong } from '@/lib/lessons/course'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import type { Lesson } from '@/lib/lessons/model'
import type { LessonReading } from '@/lib/lessons/parse/lesson'
import { stepsOf, tasksOf } from '@/lib/lessons/steps'
import { didYouMean } from '@/lib/lessons/suggest'

/**
 * Reads and runs lessons, and prints what is wrong with them.
 * @param slugs those to check; none means all
 * @param print writes one line
 * @returns how many mistakes there are
 */
export async function checkLessons(
  readings: readonly LessonReading[],
  slugs: readonly string[],
  open: WorldRunner,
  print: (line: string) => void,
): Promise<number> {
  let mistakes = 0
  for (const slug of slugs.filter((slug) => !readings.some((reading) => isNamed(reading, slug)))) {
    const known = readings.map((reading) => reading.slug)
    print(`no lesson "${slug}"${didYouMean(slug, known)}`)
    mistakes++
  }
  for (const diagnostic of duplicatesAmong(readings)) {
    print(formatDiagnostic(diagnostic))
    mistakes++
  }
  const chosen = readings.filter((reading) => slugs.length === 0 || slugs.some((slug) => isNamed(reading, slug)))
  for (const reading of chosen) mistakes += await checkOne(reading, open, print)
  print(summary(chosen.length, mistakes))
  return mistakes
}

async function checkOne(reading: LessonReading, open: WorldRunner, print: (line: string) => void): Promise<number> {
  for (const diagnostic of reading.diagnostics) print(formatDiagnostic(diagnostic))
  let mistakes = reading.diagnostics.length
  for (const lesson of Object.values(reading.lessons)) mistakes += await runOne(reading.folder, lesson, open, print)
  return mistakes
}

async function runOne(
  folder: string,
  lesson: Lesson,
  open: WorldRunner,
  print: (line: string) => void,
): Promise<number> {
  const page = `lessons/${folder}/${lesson.locale}.md`
  try {
    const diagnostics = await checkLesson(folder, lesson, open)
    for (const diagnostic of diagnostics) print(formatDiagnostic(diagnostic))
    if (diagnostics.length === 0) print(`${page}: ${contents(lesson)}: all hold`)
    return diagnostics.length
  } catch (error) {
    // The runtime itself failed; other lessons may still be checked.
    print(`${page}: could not be run: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
}

function contents({ blocks, solutions, wrong }: Lesson): string {
  return [
    counted(stepsOf(blocks).length, 'step'),
    counted(tasksOf(blocks).length, 'task'),
    counted(Object.keys(solutions).length, 'solution'),
    counted(Object.keys(wrong).length, 'wrong program'),
  ].join(', ')
}

function summary(lessons: number, mistakes: number): string {
  return `${counted(lessons, 'lesson')}, ${mistakes === 0 ? 'no mistakes' : counted(mistakes, 'mistake')}`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A lesson goes by its slug and by its folder's name. */
function isNamed({ slug, folder }: LessonReading, name: string): boolean {
  return slug === name || folder === name
}
