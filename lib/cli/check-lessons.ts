import { counted } from '@/lib/cli/counted'
import { checkLesson } from '@/lib/lessons/check/check-lesson'
import type { WorldRunner } from '@/lib/lessons/check/runner'
import { duplicatesAmong } from '@/lib/lessons/course'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import { brokenLinksAmong } from '@/lib/lessons/links'
import type { Lesson } from '@/lib/lessons/model'
import type { LessonReading } from '@/lib/lessons/parse/lesson'
import { stepsOf, tasksOf } from '@/lib/lessons/steps'

/**
 * Reads and runs lessons, and prints what is wrong with them.
 * @param slugs those to check, which must be known; none means all
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
  for (const diagnostic of [...duplicatesAmong(readings), ...brokenLinksAmong(readings)]) {
    print(formatDiagnostic(diagnostic))
    mistakes++
  }
  const chosen = readings.filter((reading) => slugs.length === 0 || slugs.some((slug) => isNamed(reading, slug)))
  // All are begun at once, and printed one after the other.
  for (const report of chosen.map((reading) => checkOne(reading, open))) {
    const { lines, mistakes: count } = await report
    for (const line of lines) print(line)
    mistakes += count
  }
  print(summary(chosen.length, mistakes))
  return mistakes
}

interface Report {
  readonly lines: readonly string[]
  readonly mistakes: number
}

async function checkOne(reading: LessonReading, open: WorldRunner): Promise<Report> {
  const { diagnostics, lessons, folder } = reading
  const runs = await Promise.all(Object.values(lessons).map((lesson) => runOne(folder, lesson, open)))
  return {
    lines: [...diagnostics.map(formatDiagnostic), ...runs.flatMap((run) => run.lines)],
    mistakes: runs.reduce((sum, run) => sum + run.mistakes, diagnostics.length),
  }
}

async function runOne(folder: string, lesson: Lesson, open: WorldRunner): Promise<Report> {
  const page = `lessons/${folder}/${lesson.locale}.md`
  try {
    const diagnostics = await checkLesson(folder, lesson, open)
    const lines =
      diagnostics.length === 0 ? [`${page}: ${contents(lesson)}: all hold`] : diagnostics.map(formatDiagnostic)
    return { lines, mistakes: diagnostics.length }
  } catch (error) {
    // The runtime itself failed; other lessons may still be checked.
    const why = error instanceof Error ? error.message : String(error)
    return { lines: [`${page}: could not be run: ${why}`], mistakes: 1 }
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

/** A lesson goes by its slug and by its folder's name. */
export function isNamed({ slug, folder }: LessonReading, name: string): boolean {
  return slug === name || folder === name
}
