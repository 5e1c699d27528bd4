import { dirname, join, resolve } from 'path'
import { chooseRelease, offeredInWords, releasesOf } from '@/lib/lessons/packages/choose'
import type { Disk } from '@/lib/runtime/disk'
import { parseJsonFile } from '@/lib/runtime/json-file'
import type { Dependencies } from '@/lib/runtime/packages/manifest'

/** Node's built-in modules by name. */
export interface Builtins {
  readonly offered: readonly string[]
  /** Loaded by packages, not offered to programs. */
  readonly internal: readonly string[]
}

export interface ModuleObject {
  id: string
  filename: string
  loaded: boolean
  exports: unknown
  children: ModuleObject[]
  paths: string[]
  parent: ModuleObject | null
  require: Require
}

export interface Require {
  (name: string): unknown
  resolve(name: string): string
  cache: Record<string, ModuleObject>
  main: ModuleObject | undefined
}

type Wrapper = (
  exports: unknown,
  require: Require,
  module: ModuleObject,
  filename: string,
  dirname: string,
  hooks: unknown,
) => void

/** Turns the text of a student's file into a function. Throws a SyntaxError that knows its place. */
export type Compile = (source: string, filename: string) => { wrapper: Wrapper; hooks: unknown }

export interface RegistryParts {
  readonly disk: Disk
  readonly builtins: Builtins
  /** The versions that the program asks for. */
  readonly dependencies: Dependencies
  /** Loads a built-in, or a package by the name it has in the bundle. */
  readonly load: (module: string) => unknown
  readonly compile: Compile
}

type Resolved =
  | { readonly kind: 'offered'; readonly name: string; readonly module: string }
  | { readonly kind: 'file'; readonly filename: string }

/**
 * CommonJS as Node has it (Node documentation, `modules`), over the world's disk: one registry a process,
 * files before packages, `.js` and `.json`, `index.js` of a folder.
 */
export class ModuleRegistry {
  readonly #disk: Disk
  readonly #builtins: readonly string[]
  readonly #dependencies: Dependencies
  readonly #load: (name: string) => unknown
  readonly #compile: Compile
  readonly #cache: Record<string, ModuleObject> = Object.create(null)
  #main: ModuleObject | undefined

  constructor({ disk, builtins, dependencies, load, compile }: RegistryParts) {
    this.#disk = disk
    this.#builtins = builtins.offered
    this.#dependencies = dependencies
    this.#load = load
    this.#compile = compile
  }

  /** Runs the entry file. */
  runMain(filename: string): void {
    if (!this.#disk.isFile(filename)) {
      throw this.#notFound(filename, `Cannot find module '${filename}'. There is no such file in the program.`)
    }
    this.#loadFile(filename, null)
  }

  /** `require` as a file of this folder would call it. */
  requireFrom(folder: string, name: unknown, parent: ModuleObject | null = null): unknown {
    const found = this.#resolve(folder, name)
    return found.kind === 'offered' ? this.#load(found.module) : this.#loadFile(found.filename, parent).exports
  }

  #resolve(folder: string, name: unknown): Resolved {
    if (typeof name !== 'string') {
      const error = new TypeError(
        `The "id" argument must be of type string. Received ${name === null ? 'null' : typeof name}`,
      )
      throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' })
    }
    if (/^(\.{1,2}(\/|$)|\/)/.test(name)) {
      const filename = this.#file(resolve(folder, name))
      if (filename === null)
        throw this.#notFound(name, `Cannot find module '${name}'. There is no such file in the program.`)
      return { kind: 'file', filename }
    }
    const bare = name.replace(/^node:/, '')
    if (this.#builtins.includes(bare)) return { kind: 'offered', name: bare, module: bare }
    const wanted = this.#dependencies[name]
    const release = chooseRelease(name, wanted)
    if (release) return { kind: 'offered', name, module: release.module }
    if (wanted !== undefined && releasesOf(name).length > 0) {
      const offered = `Offered here: ${offeredInWords([name])}. In package.json, write one of these versions, or a range with ^ that holds one.`
      throw this.#notFound(name, `Cannot find module '${name}' in version ${wanted}. ${offered}`)
    }
    throw this.#notFound(
      name,
      `Cannot find module '${name}'. What a program can require here: ${offeredInWords()}; of Node itself: ${this.#builtins.join(', ')}; and its own files, as './name'.`,
    )
  }

  #notFound(name: string, message: string): Error {
    return Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND', requestedModule: name })
  }

  #file(path: string): string | null {
    const candidates = [path, `${path}.js`, `${path}.json`, join(path, 'index.js')]
    return candidates.find((candidate) => this.#disk.isFile(candidate)) ?? null
  }

  #loadFile(filename: string, parent: ModuleObject | null): ModuleObject {
    const cached = this.#cache[filename]
    if (cached) return cached
    const module = this.#module(filename, parent)
    this.#cache[filename] = module
    if (parent) parent.children.push(module)
    else this.#main ??= module
    let complete = false
    try {
      this.#evaluate(module)
      complete = true
    } finally {
      if (!complete) delete this.#cache[filename]
    }
    module.loaded = true
    return module
  }

  #module(filename: string, parent: ModuleObject | null): ModuleObject {
    const folder = dirname(filename)
    const registry = this
    const require: Require = Object.assign((name: string) => registry.requireFrom(folder, name, module), {
      resolve(name: string) {
        const found = registry.#resolve(folder, name)
        return found.kind === 'offered' ? found.name : found.filename
      },
      cache: this.#cache,
      main: this.#main,
    })
    const module: ModuleObject = {
      id: parent ? filename : '.',
      filename,
      loaded: false,
      exports: {},
      children: [],
      paths: [join(folder, 'node_modules')],
      parent,
      require,
    }
    if (!parent) require.main = module
    return module
  }

  #evaluate(module: ModuleObject): void {
    const source = this.#disk.readText(module.filename)
    if (module.filename.endsWith('.json')) {
      module.exports = parseJsonFile(source, module.filename)
      return
    }
    const { wrapper, hooks } = this.#compile(source, module.filename)
    Reflect.apply(wrapper, module.exports, [
      module.exports,
      module.require,
      module,
      module.filename,
      dirname(module.filename),
      hooks,
    ])
  }
}
