import { availableParallelism } from 'node:os'
import { checkLessons, isNamed } from '@/lib/cli/check-lessons'
import { readArguments } from '@/lib/cli/read-arguments'
import { readLessons } from '@/lib/cli/read-lessons'
import { EXIT, type ExitCode, isProblem, type Terminal } from '@/lib/cli/terminal'
import { atMost } from '@/lib/lessons/check/at-most'
import { didYouMean } from '@/lib/lessons/suggest'
import { openWorlds } from '@/lib/runtime/node'

/** `check [slug…]` */
export async function checkCommand(line: readonly string[], root: string, terminal: Terminal): Promise<ExitCode> {
  const given = readArguments(line, [])
  if (isProblem(given)) {
    terminal.err(`${given.problem}\n`)
    return EXIT.misused
  }
  const readings = await readLessons(root)
  const unknown = given.plain.filter((slug) => !readings.some((reading) => isNamed(reading, slug)))
  for (const slug of unknown) {
    const known = readings.map((reading) => reading.slug)
    terminal.err(`there is no lesson "${slug}"${didYouMean(slug, known)}\n`)
  }
  if (unknown.length > 0) return EXIT.misused
  const open = atMost(availableParallelism(), openWorlds())
  const mistakes = await checkLessons(readings, given.plain, open, (text) => terminal.out(`${text}\n`))
  return mistakes === 0 ? EXIT.fine : EXIT.mistakes
}
