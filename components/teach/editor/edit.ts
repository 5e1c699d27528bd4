import type { FileMap } from '@/lib/lessons/parse/files'

/** An instructor's edit of one lesson, as far as it has come. */
export interface Edit {
  /** Revision of the lesson that it began from. */
  readonly base: string
  /** The lesson's files then. */
  readonly original: FileMap
  readonly files: FileMap
}

export function isChanged({ original, files }: Edit): boolean {
  return changedPaths(original, files).length > 0
}

/** Paths of the files that are not the same in both, in order. */
export function changedPaths(one: FileMap, other: FileMap): readonly string[] {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...paths].filter((path) => one[path] !== other[path]).sort()
}

/** `text: null` removes the file. */
export function withFile(edit: Edit, path: string, text: string | null): Edit {
  const { [path]: _before, ...others } = edit.files
  return { ...edit, files: text === null ? others : { ...others, [path]: text } }
}

/** Pages first, then the manifest, then the programs: start, solutions, wrong ones. */
export function inOrder(paths: readonly string[]): readonly string[] {
  const rank = (path: string) => {
    const place = ['zh.md', 'en.md', 'lesson.yaml', 'start/', 'start.en/', 'solutions', 'wrong'].findIndex((start) =>
      path.startsWith(start),
    )
    return place === -1 ? 9 : place
  }
  return [...paths].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
