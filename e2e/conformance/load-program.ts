import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '@/lib/engine/story/program'

/** Folder of one of the programs that both sides run. */
export function programFolder(name: string): string {
  return join(import.meta.dirname, 'programs', name)
}

/** The same program as a world takes it. */
export function loadProgram(name: string): Program {
  const folder = programFolder(name)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  )
  const files = paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')] as const)
  return { files: Object.fromEntries(files), entry: 'server.js' }
}
