import type { Program } from '@/lib/engine/story/program'

/** The files of a program in the order in which one reads them: the entry first, `package.json` last. */
export function filesInOrder({ files, entry }: Program): readonly string[] {
  const rank = (path: string) => (path === entry ? 0 : path === 'package.json' ? 2 : 1)
  return Object.keys(files).sort((a, b) => rank(a) - rank(b))
}
