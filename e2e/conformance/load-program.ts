import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Program } from '@/lib/engine/story/program'

/** One of the programs that both sides run. `dependencies` go into a `package.json` of its own. */
export function loadProgram(name: string, dependencies?: Readonly<Record<string, string>>): Program {
  const folder = join(import.meta.dirname, 'programs', name)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  )
  const files = paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')] as const)
  const manifest = dependencies ? { 'package.json': JSON.stringify({ dependencies }) } : {}
  return { files: { ...Object.fromEntries(files), ...manifest }, entry: 'server.js' }
}
