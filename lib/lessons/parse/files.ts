import type { Reporter } from '@/lib/lessons/diagnostic'
import { START_OF_FILE } from '@/lib/lessons/diagnostic'
import { didYouMean } from '@/lib/lessons/suggest'

/** File contents by path, with `/` between folders. */
export type FileMap = Readonly<Record<string, string>>

/** A lesson's folder, sorted by what its files are for. */
export interface LessonFiles {
  readonly manifest: string | null
  readonly pages: ReadonlyMap<string, string>
  /** By folder: `start`, `start.en`, `solutions/card`, `solutions.en/card`, `wrong/late` … */
  readonly programs: ReadonlyMap<string, FileMap>
}

const PAGES: readonly string[] = ['zh.md', 'en.md']
const TOP: readonly string[] = ['lesson.yaml', ...PAGES]
/** Folders of one program, and folders of several by name. `.en` are overlays for English. */
const SINGLE: readonly string[] = ['start', 'start.en']
const NAMED: readonly string[] = ['solutions', 'solutions.en', 'wrong', 'wrong.en']

/** Whether a file or folder is one of an author's: those that begin with a dot are left by tools. */
export function isLessonFile(name: string): boolean {
  return !name.startsWith('.')
}

/** Sorts a lesson's files. `reporterOf` gives the reporter of a path within the folder. */
export function sortFiles(files: FileMap, reporterOf: (path: string) => Reporter): LessonFiles {
  const pages = new Map<string, string>()
  const programs = new Map<string, Record<string, string>>()
  for (const [path, content] of Object.entries(files)) {
    const place = programPlace(path)
    if (PAGES.includes(path)) pages.set(path, content)
    else if (place) {
      const program = programs.get(place.folder) ?? {}
      programs.set(place.folder, { ...program, [place.path]: content })
    } else if (!TOP.includes(path)) {
      const [top = path] = path.split('/')
      const known = path.includes('/') ? [...SINGLE, ...NAMED] : TOP
      const hint = didYouMean(top, known) || `; a lesson has ${[...TOP, ...SINGLE, ...NAMED].join(', ')}`
      reporterOf(path).report('unknown-file', START_OF_FILE, `nothing uses this file${hint}`)
    }
  }
  const manifest = Object.hasOwn(files, 'lesson.yaml') ? (files['lesson.yaml'] ?? null) : null
  return { manifest, pages, programs }
}

function programPlace(path: string): { folder: string; path: string } | null {
  const [top = '', second = '', ...rest] = path.split('/')
  if (SINGLE.includes(top) && second !== '') return { folder: top, path: [second, ...rest].join('/') }
  if (NAMED.includes(top) && rest.length > 0) return { folder: `${top}/${second}`, path: rest.join('/') }
  return null
}
