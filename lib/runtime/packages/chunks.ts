import type { Program } from '@/lib/engine/story/program'
import { RELEASES } from '@/lib/lessons/packages/catalogue'
import { chooseRelease } from '@/lib/lessons/packages/choose'
import { type Dependencies, dependenciesOf } from '@/lib/runtime/packages/manifest'

/** Parts of the runtime that not every program needs, as text, by name. */
export type Chunks = Readonly<Record<string, string>>

/**
 * The chunks that hold what a program may require: the versions that its `package.json` chooses, of the packages whose
 * names stand between quotes in any of its files. Rather one too many than one too few: a worker can't fetch more later.
 */
export function chunksFor(program: Program): readonly string[] {
  const dependencies = readable(program)
  if (!dependencies) return []
  const chunks = RELEASES.filter(
    (release) =>
      release.chunk !== undefined &&
      release === chooseRelease(release.name, dependencies[release.name]) &&
      Object.values(program.files).some((text) => names(text, release.name)),
  ).flatMap(({ chunk }) => chunk ?? [])
  return [...new Set(chunks)]
}

/** `null` for a `package.json` that can't be read: the program will say so when it starts, and require nothing. */
function readable(program: Program): Dependencies | null {
  try {
    return dependenciesOf(program)
  } catch {
    return null
  }
}

function names(text: string, name: string): boolean {
  return ["'", '"', '`'].some((quote) => text.includes(quote + name + quote))
}
