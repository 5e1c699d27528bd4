/** Why a path can't be a file of a lesson. Each has plain words in both languages at the desk. */
export type PathObjection =
  /** Empty, absolute, with `..`, an empty part, or a backslash. */
  | 'not-relative'
  /** None of the places that the lesson format has; see `lib/lessons/parse/files.ts`. */
  | 'not-of-a-lesson'
  /** A part holds something else than ASCII letters, digits, `.`, `_` and `-`, begins with a dot or ends in one. */
  | 'bad-name'
  /** Windows can't have it. */
  | 'reserved-name'
  | 'too-long'

/** Bounds on what may be saved. */
export const LESSON_BOUNDS = {
  /** Bytes of one file and of a whole lesson, as UTF-8. */
  fileBytes: 1024 * 1024,
  lessonBytes: 4 * 1024 * 1024,
  files: 200,
  /** Characters of a path. */
  path: 200,
} as const

const TOP: readonly string[] = ['lesson.yaml', 'zh.md', 'en.md']
const PART = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/
/** Names that are devices on Windows, with any ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/** Checks a path, relative to its lesson's folder, before anything touches the disk. `null`: nothing is wrong with it. */
export function objectionToPath(path: string): PathObjection | null {
  if (path.length > LESSON_BOUNDS.path) return 'too-long'
  const parts = path.split('/')
  if (path.includes('\\') || parts.some((part) => part === '' || part === '.' || part === '..')) return 'not-relative'
  if (!parts.every((part) => PART.test(part) && !part.endsWith('.'))) return 'bad-name'
  if (parts.some((part) => RESERVED.test(part))) return 'reserved-name'
  return isOfALesson(parts) ? null : 'not-of-a-lesson'
}

function isOfALesson([top = '', ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return TOP.includes(top)
  if (/^start(\.en)?$/.test(top)) return true
  return /^(solutions|wrong)(\.en)?$/.test(top) && rest.length >= 2
}

/** A slug: what a lesson is known by in addresses and in progress. */
export function isSlug(text: string): boolean {
  return text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

/** A lesson's number as it stands in its folder's name: `03`, `7`, `07.1`. */
export function isLessonNumber(text: string): boolean {
  return /^\d{1,3}(\.\d{1,2})?$/.test(text)
}
