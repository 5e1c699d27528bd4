import type { Program } from '@/lib/engine/story/program'

/** The files of a program that differ from those of another, with their text, by path. */
export function changedFiles(before: Program, after: Program): readonly (readonly [path: string, source: string])[] {
  return Object.entries(after.files).filter(([path, source]) => before.files[path] !== source)
}
