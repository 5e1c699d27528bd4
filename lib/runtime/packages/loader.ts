import { RELEASES } from '@/lib/lessons/packages/catalogue'
import { evaluate } from '@/lib/runtime/evaluate'
import { makeRealm } from '@/lib/runtime/generated/realm'
import type { Chunks } from '@/lib/runtime/packages/chunks'
import type { RealmEnv } from '@/lib/runtime/realm/env'

/** Loads one of Node's built-ins or a package by the name it has in the bundle. */
export type Load = (module: string) => unknown

/** Makes a process's own instances of what is in a chunk; `require` gives what the chunk shares with the core set. */
type MakeChunk = (env: RealmEnv, require: Load) => Load

const CHUNK_OF = new Map(RELEASES.flatMap(({ module, chunk }) => (chunk ? [[module, chunk]] : [])))

/** What the processes of a world are made from: the core set, and chunks that were fetched for its program. */
export class Packages {
  readonly #texts: Chunks
  readonly #evaluated = new Map<string, MakeChunk>()

  constructor(texts: Chunks) {
    this.#texts = texts
  }

  /** A process's own instances of built-ins and packages, each evaluated when it is first asked for. */
  loaderFor(env: RealmEnv): Load {
    const core = makeRealm(env)
    const made = new Map<string, Load>()
    return (module) => {
      const chunk = CHUNK_OF.get(module)
      if (chunk === undefined) return core(module)
      const load = made.get(chunk) ?? this.#evaluate(chunk, module)(env, core)
      made.set(chunk, load)
      return load(module)
    }
  }

  #evaluate(chunk: string, module: string): MakeChunk {
    const known = this.#evaluated.get(chunk)
    if (known) return known
    const text = this.#texts[chunk]
    if (text === undefined) throw notFetched(module)
    const make: MakeChunk = evaluate(text)
    this.#evaluated.set(chunk, make)
    return make
  }
}

function notFetched(module: string): Error {
  const name = RELEASES.find((release) => release.module === module)?.name ?? module
  const message = `Cannot find module '${name}'. It is fetched only for programs in which its name stands between quotes: write require('${name}').`
  return Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND', requestedModule: name })
}
