import { writeFile } from 'node:fs/promises'
import { counted } from '@/lib/cli/counted'
import { findPlayable } from '@/lib/cli/play/find-playable'
import { playSteps } from '@/lib/cli/play/play-steps'
import type { PlayedPage } from '@/lib/cli/play/playable'
import { ONE_VISIT, readTranscript } from '@/lib/cli/play/read-transcript'
import { readArguments } from '@/lib/cli/read-arguments'
import { EXIT, type ExitCode, isProblem, type Problem, type Terminal } from '@/lib/cli/terminal'
import { harOf } from '@/lib/engine/http/har'
import { LOCALES } from '@/lib/lessons/locales'
import type { Step } from '@/lib/lessons/model'
import { stepsOf, tasksOf } from '@/lib/lessons/steps'
import { didYouMean } from '@/lib/lessons/suggest'
import { openWorld } from '@/lib/runtime/node'

/** `play <slug|folder> [--transcript file.md] [--har out.har] [--locale zh|en] [--program solutions/name] [--task id]` */
export async function playCommand(line: readonly string[], root: string, terminal: Terminal): Promise<ExitCode> {
  const result = await play(line, root, terminal)
  if (typeof result === 'number') return result
  terminal.err(`${result.problem}\n`)
  return EXIT.misused
}

async function play(line: readonly string[], root: string, terminal: Terminal): Promise<ExitCode | Problem> {
  const given = readArguments(line, ['transcript', 'har', 'locale', 'program', 'task'])
  if (isProblem(given)) return given
  const { transcript, har, locale: written = LOCALES[0], program, task } = given.options
  const [target, ...more] = given.plain
  if (target === undefined || more.length > 0) return { problem: 'usage: npm run lessons -- play <slug|folder> …' }
  const locale = LOCALES.find((known) => known === written)
  if (locale === undefined) return { problem: `--locale is ${LOCALES.join(' or ')}, not "${written}"` }
  const playable = await findPlayable(target, { locale, program }, root)
  if (isProblem(playable)) return playable
  const page = transcript === undefined ? (playable.page ?? ONE_VISIT) : await readTranscript(transcript)
  if (isProblem(page)) return page
  const steps = stepsIn(page, task)
  if (isProblem(steps)) return steps
  // Before anything is printed: it is annoying to learn afterwards that the archive can't be written.
  const unwritable = har === undefined ? null : await write(har, '')
  if (unwritable) return unwritable
  terminal.out(
    `${playable.name} (${playable.program.entry}) under ${page.file}${task === undefined ? '' : `, task ${task}`}\n`,
  )
  const { failed, steps: count, log } = await playSteps(playable, page, steps, openWorld, terminal)
  terminal.out(`\n${counted(count, 'step')}, ${failed === 0 ? 'all hold' : `${failed} of them do not hold`}\n`)
  const problem = har === undefined ? null : await write(har, `${JSON.stringify(harOf(log), null, 2)}\n`)
  return problem ?? (failed === 0 ? EXIT.fine : EXIT.mistakes)
}

/** What is to be played of a text: what stands outside of its tasks, or the proof of one of them. */
function stepsIn({ file, blocks }: PlayedPage, task: string | undefined): readonly Step[] | Problem {
  if (task === undefined) return stepsOf(blocks)
  const tasks = tasksOf(blocks)
  const found = tasks.find(({ id }) => id === task)
  if (found) return found.proof
  const ids = tasks.map(({ id }) => id)
  const hint = didYouMean(task, ids) || (ids.length === 0 ? '' : `; there is ${ids.join(', ')}`)
  return { problem: `${file} has no task "${task}"${hint}` }
}

async function write(file: string, text: string): Promise<Problem | null> {
  try {
    await writeFile(file, text)
    return null
  } catch (error) {
    return { problem: `${file} can't be written: ${error instanceof Error ? error.message : String(error)}` }
  }
}
