import { type Place, type Reporter, START_OF_FILE } from '@/lib/lessons/diagnostic'
import type { LessonFiles } from '@/lib/lessons/parse/files'
import type { Manifest } from '@/lib/lessons/parse/manifest'
import { linesOf } from '@/lib/lessons/parse/markdown'
import { parseScript, topLevelNames } from '@/lib/lessons/parse/syntax-tree'
import { didYouMean } from '@/lib/lessons/suggest'

/** Reports what `lesson.yaml` says of a program that isn't so: its entry, the line in focus, the variables watched. */
export function checkManifest(
  manifest: Manifest,
  text: string,
  { programs }: LessonFiles,
  reporterOf: (path: string) => Reporter,
): void {
  const { entry, focus, watch } = manifest
  const reporter = reporterOf('lesson.yaml')
  const start = programs.get('start') ?? {}
  const source = Object.hasOwn(start, entry) ? start[entry] : undefined
  if (source === undefined) {
    const hint = didYouMean(entry, Object.keys(start))
    reporterOf(`start/${entry}`).report('missing-file', START_OF_FILE, `the lesson starts this file${hint}`)
    return
  }
  const count = linesOf(source).length
  if (focus !== undefined && focus > count) {
    reporter.report('bad-value', placeOfKey('focus', text), `start/${entry} has ${count} lines`)
  }
  const { tree } = parseScript(source)
  if (tree === null) return
  const names = topLevelNames(tree)
  for (const name of watch) {
    if (names.includes(name)) continue
    const message = `start/${entry} declares no top-level "${name}"`
    reporter.report('bad-value', placeOfKey('watch', text), message + didYouMean(name, names))
  }
}

function placeOfKey(key: string, text: string): Place {
  const index = linesOf(text).findIndex((line) => line.startsWith(`${key}:`))
  return { line: Math.max(0, index) + 1, column: 1 }
}
