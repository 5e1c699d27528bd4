import type { Program } from '@/lib/engine/story/program'
import { type Reporter, START_OF_FILE } from '@/lib/lessons/diagnostic'
import type { Locale } from '@/lib/lessons/model'
import { checkJson } from '@/lib/lessons/parse/data-files'
import type { FileMap, LessonFiles } from '@/lib/lessons/parse/files'
import { firstDifference, parseScript } from '@/lib/lessons/parse/syntax-tree'

/** The programs of a lesson in one language. */
export interface Programs {
  readonly start: Program
  readonly solutions: Readonly<Record<string, Program>>
  readonly wrong: Readonly<Record<string, Program>>
}

/** Solutions and wrong programs need to hold only the files in which they differ from `start/`. */
export function programsIn({ programs }: LessonFiles, entry: string, locale: Locale): Programs {
  const overlay = (folder: string, name = ''): FileMap => ({
    ...programs.get(`${folder}${name}`),
    ...(locale === 'en' ? programs.get(`${folder}.en${name}`) : {}),
  })
  const start = overlay('start')
  const named = (folder: string): Record<string, Program> =>
    Object.fromEntries(
      namesIn(programs, folder).map((name) => [name, { files: { ...start, ...overlay(folder, `/${name}`) }, entry }]),
    )
  return { start: { files: start, entry }, solutions: named('solutions'), wrong: named('wrong') }
}

/** Names of the programs in `solutions/` or `wrong/`. */
export function namesIn(programs: LessonFiles['programs'], folder: string): readonly string[] {
  return [...programs.keys()].filter((key) => key.startsWith(`${folder}/`)).map((key) => key.slice(folder.length + 1))
}

/**
 * Reports scripts and JSON that don't parse, and overlays that are another program than the one they lie over.
 * @param entry the file that programs are started with; `null` when it is not known
 */
export function checkPrograms(
  { programs }: LessonFiles,
  entry: string | null,
  reporterOf: (path: string) => Reporter,
): void {
  const start = programs.get('start')
  for (const [folder, files] of programs) {
    const base = folder.replace('.en', '')
    for (const [path, source] of Object.entries(files)) {
      const reporter = reporterOf(`${folder}/${path}`)
      const isScript = /\.c?js$/.test(path)
      const script = isScript ? parseScript(source) : null
      if (script?.error) reporter.report('program-syntax', script.error, script.error.message)
      if (path.endsWith('.json')) checkJson(path, source, reporter)
      // That the entry is missing is said elsewhere.
      if (start && !Object.hasOwn(start, path) && base === folder && path !== entry) {
        const message = `there is no start/${path}, and students can't make files: put one there, which may be empty`
        reporter.report('not-in-start', START_OF_FILE, message)
      }
      if (base === folder) continue
      const under = programs.get(base)?.[path]
      if (under === undefined)
        reporter.report('overlay-orphan', START_OF_FILE, `there is no ${base}/${path} for it to lie over`)
      else if (path === 'package.json') {
        reporter.report('overlay-drift', START_OF_FILE, `${base}/package.json is the same in every language`)
      } else if (script?.tree) checkOverlay(script.tree, under, base, reporter)
    }
  }
}

function checkOverlay(tree: unknown, under: string, base: string, reporter: Reporter): void {
  const other = parseScript(under)
  if (other.error) return
  const place = differenceOf(other.tree, tree)
  if (place === null) return
  reporter.report('overlay-drift', place, `differs from ${base}/ in more than comments and the text of strings`)
}

/** Trees too deep to be walked count as different: no lesson's are. */
function differenceOf(a: unknown, b: unknown) {
  try {
    return firstDifference(a, b)
  } catch {
    return START_OF_FILE
  }
}
