import { createFsFromVolume, Volume } from 'memfs'
import { dirname } from 'path'
import type { Program } from '@/lib/engine/story/program'
import type { DiskSurface } from '@/lib/runtime/realm/env'

/** The folder a program lives in; also its working directory. */
export const HOME = '/app'

/** The world's disk, shared by all of its processes and kept over restarts. */
export class Disk {
  readonly #volume = new Volume()
  readonly surface: DiskSurface

  constructor(program: Program) {
    this.#volume.mkdirSync(HOME, { recursive: true })
    this.#volume.mkdirSync('/tmp', { recursive: true })
    for (const [path, content] of Object.entries(program.files)) {
      const filename = `${HOME}/${path}`
      this.#volume.mkdirSync(dirname(filename), { recursive: true })
      this.#volume.writeFileSync(filename, content)
    }
    this.surface = surfaceOf(createFsFromVolume(this.#volume))
  }

  isFile(path: string): boolean {
    return this.#volume.existsSync(path) && this.#volume.statSync(path).isFile()
  }

  readText(path: string): string {
    return String(this.#volume.readFileSync(path, 'utf8'))
  }
}

function surfaceOf(fs: object): DiskSurface {
  const functions: Record<string, (...args: unknown[]) => unknown> = {}
  const values: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(fs)) {
    if (name.endsWith('Sync') && typeof value === 'function') {
      functions[name] = (...args) => Reflect.apply(value, fs, args)
    } else if (/^[A-Z]/.test(name) || name === 'constants') {
      values[name] = value
    }
  }
  return { functions, values }
}
