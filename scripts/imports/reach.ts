/** A file, and packages that nothing it loads at once may need, however many files lie between. */
export interface Reach {
  readonly from: string
  readonly never: readonly string[]
}

/** What a file loads at once: files by path, packages by name. */
export type Loads = ReadonlyMap<string, { readonly files: readonly string[]; readonly packages: readonly string[] }>

/** Every way to a package that must not be reached, as the files on the way and the package at its end. */
export function reached(loads: Loads, { from, never }: Reach): readonly (readonly string[])[] {
  const cameFrom = new Map<string, string | null>([[from, null]])
  const found: string[][] = []
  // A Map may grow while it is walked: this is a breadth-first search.
  for (const file of cameFrom.keys()) {
    const { files = [], packages = [] } = loads.get(file) ?? {}
    for (const name of packages.filter((name) => never.includes(name))) found.push([...wayTo(file, cameFrom), name])
    for (const next of files) if (!cameFrom.has(next)) cameFrom.set(next, file)
  }
  return found
}

function wayTo(file: string, cameFrom: ReadonlyMap<string, string | null>): string[] {
  const way: string[] = []
  for (let step: string | null = file; step !== null; step = cameFrom.get(step) ?? null) way.unshift(step)
  return way
}
