import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findCycles } from './cycles'
import { judge, judgeFile } from './judge'
import { reached } from './reach'
import { readImports } from './read-imports'
import { fileAt, resolveSpecifier } from './resolve'
import { COVERED, REACHES } from './table'

/** Source files by path relative to the project's root. */
export type Sources = ReadonlyMap<string, string>

/** Reads every TypeScript file of the folders that the table covers, without what a build writes. */
export function readSources(root: string): Sources {
  const inside = (place: string): readonly string[] => {
    if (!statSync(join(root, place)).isDirectory()) return [place]
    const paths = readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    return paths.map((path) => `${place}/${path.replaceAll('\\', '/')}`)
  }
  const entries = COVERED.flatMap(inside)
  const files = entries.filter((path) => /\.tsx?$/.test(path) && !path.includes('/generated/')).sort()
  return new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

/** Everything in which the files depart from the import table, one line each: `file:line reason`. */
export function survey(sources: Sources): readonly string[] {
  const files = new Set(sources.keys())
  const graph = new Map<string, string[]>()
  const loads = new Map<string, { files: string[]; packages: string[] }>()
  const problems: string[] = []
  for (const [file, source] of sources) {
    const misplaced = judgeFile(file)
    if (misplaced) problems.push(`${file}:1 ${misplaced}`)
    const edges: string[] = []
    const loaded: { files: string[]; packages: string[] } = { files: [], packages: [] }
    for (const imported of readImports(file, source)) {
      const reason = judge(file, imported)
      if (reason) problems.push(`${file}:${imported.line} ${reason}`)
      const target = resolveSpecifier(file, imported.specifier)
      const path = target.kind === 'file' ? fileAt(target.path, files) : null
      if (path) edges.push(path)
      if (imported.typeOnly || imported.later) continue
      if (path) loaded.files.push(path)
      else if (target.kind === 'package') loaded.packages.push(target.name)
    }
    graph.set(file, edges)
    loads.set(file, loaded)
  }
  const cycles = findCycles(graph).map((group) => `${group[0]}:1 import cycle: ${group.join(', ')}`)
  const heavy = REACHES.flatMap((reach) => reached(loads, reach)).map((way) => `${way[0]}:1 loads ${way.join(' > ')}`)
  return [...new Set([...problems, ...cycles, ...heavy])]
}
