import { stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { isNamed } from '@/lib/cli/check-lessons'
import type { Playable } from '@/lib/cli/play/playable'
import { readProgram } from '@/lib/cli/play/read-program'
import { diskAt, readLessons } from '@/lib/cli/read-lessons'
import type { Problem } from '@/lib/cli/terminal'
import { readLesson } from '@/lib/lessons/course'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import type { Lesson, Locale } from '@/lib/lessons/model'
import type { LessonReading } from '@/lib/lessons/parse/lesson'
import { linesOf } from '@/lib/lessons/parse/markdown'
import { didYouMean } from '@/lib/lessons/suggest'

interface Choice {
  readonly locale: Locale
  /** `solutions/name` or `wrong/name`; `start` when absent. */
  readonly program: string | undefined
}

/** What is to be played: a lesson by its slug or folder's name, a lesson's folder, or a folder with a program. */
export async function findPlayable(target: string, choice: Choice, root: string): Promise<Playable | Problem> {
  const readings = await readLessons(root)
  const known = readings.find((reading) => isNamed(reading, target))
  if (known) return lessonPlayable(known, root, choice)
  if (!(await isFolder(target))) {
    const hint = didYouMean(
      target,
      readings.map(({ slug }) => slug),
    )
    return { problem: `there is no lesson and no folder "${target}"${hint}` }
  }
  const folder = resolve(target)
  if (await isFile(join(folder, 'lesson.yaml'))) {
    return lessonPlayable(await readLesson(diskAt(dirname(folder)), basename(folder)), dirname(folder), choice)
  }
  if (choice.program !== undefined) return { problem: `--program is for lessons, and ${target} is none` }
  return readProgram(target)
}

async function lessonPlayable(reading: LessonReading, root: string, choice: Choice): Promise<Playable | Problem> {
  const { folder, lessons, diagnostics } = reading
  const lesson = lessons[choice.locale]
  if (!lesson) return { problem: diagnostics.map(formatDiagnostic).join('\n') }
  const name = choice.program ?? 'start'
  const program = programIn(lesson, name)
  if (!program) {
    const hint = didYouMean(name, programNames(lesson)) || `; there is ${programNames(lesson).join(', ')}`
    return { problem: `lessons/${folder} has no program "${name}"${hint}` }
  }
  const file = `${choice.locale}.md`
  const lines = linesOf(await diskAt(root).read(`${folder}/${file}`))
  const page = { file: relative('', join(root, folder, file)), lines, blocks: lesson.blocks }
  return { name: `lessons/${folder}/${name}`, program, options: lesson.options, page }
}

function programIn({ start, solutions, wrong }: Lesson, name: string) {
  if (name === 'start') return start
  const [kind, own = ''] = name.split('/')
  const among = kind === 'solutions' ? solutions : kind === 'wrong' ? wrong : {}
  return Object.hasOwn(among, own) ? among[own] : undefined
}

function programNames({ solutions, wrong }: Lesson): readonly string[] {
  const named = (kind: string, among: object) => Object.keys(among).map((name) => `${kind}/${name}`)
  return ['start', ...named('solutions', solutions), ...named('wrong', wrong)]
}

async function isFolder(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => null)
  return facts?.isDirectory() ?? false
}

async function isFile(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => null)
  return facts?.isFile() ?? false
}
