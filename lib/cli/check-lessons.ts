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
  for (const lesson of Object.values(reading.lessons)) {
    const diagnostics = await checkLesson(reading.folder, lesson, open)
    for (const diagnostic of diagnostics) print(formatDiagnostic(diagnostic))
    mistakes += diagnostics.length
    if (diagnostics.length === 0) print(`lessons/${reading.folder}/${lesson.locale}.md: ${contents(lesson)}, all hold`)
  }
  return mistakes
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
