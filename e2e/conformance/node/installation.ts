import { mkdir, mkdtemp, readdir, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Program } from '@/lib/engine/story/program'
import type { Installation } from './server-process'

/** A program on a real disk, with the packages within reach. Its folder stays over restarts. */
export interface OnDisk extends Installation {
  /** The folder around it, for whatever else a scenario needs to put down. */
  readonly home: string
  /** A person writes a file, by its path as a log says it, or with `null` deletes it. */
  write(path: string, content: string | null): Promise<void>
  remove(): Promise<void>
}

/** Puts a program down as a world has it: every file as old as the world. `epoch` in milliseconds since the Unix epoch. */
export async function install(program: Program, epoch: number): Promise<OnDisk> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'barbershop-node-')))
  const folder = join(home, 'app')
  const write = async (path: string, content: string | null) => {
    if (path.startsWith('/')) throw new Error(`${path} is not the scenario's to write to`)
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await (content === null ? rm(file) : writeFile(file, content))
  }
  await mkdir(folder)
  for (const [path, content] of Object.entries(program.files)) await write(path, content)
  const age = new Date(epoch)
  for (const path of await readdir(folder, { recursive: true })) await utimes(join(folder, path), age, age)
  await symlink(join(process.cwd(), 'node_modules'), join(home, 'node_modules'))
  const preload = join(home, 'preload.cjs')
  await writeFile(preload, preloadText())
  return {
    home,
    folder,
    entry: join(folder, program.entry),
    preload,
    write,
    remove: () => rm(home, { recursive: true, force: true }),
  }
}

let preloadSource: string | null = null

/** The preload as one CommonJS file: `--require` takes nothing else. Made once. */
function preloadText(): string {
  preloadSource ??=
    buildSync({
      entryPoints: [join(import.meta.dirname, 'preload.ts')],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    }).outputFiles[0]?.text ?? ''
  return preloadSource
}
