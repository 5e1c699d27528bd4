import { Buffer } from 'buffer'
import type { Clock } from '@/lib/engine/clock'
import { HOME } from '@/lib/engine/story/disk-path'
import type { Program } from '@/lib/engine/story/program'
import { attribution } from '@/lib/runtime/attribution'
import { compilerFor } from '@/lib/runtime/compile'
import type { Disk } from '@/lib/runtime/disk'
import { builtins } from '@/lib/runtime/generated/realm'
import { HASHES } from '@/lib/runtime/hashes'
import type { instrumentOnce } from '@/lib/runtime/instrument/instrument'
import { stackOf } from '@/lib/runtime/isolation/node-stacks'
import { ModuleRegistry } from '@/lib/runtime/modules'
import type { Packages } from '@/lib/runtime/packages/loader'
import { dependenciesOf } from '@/lib/runtime/packages/manifest'
import type { Process } from '@/lib/runtime/process'
import { processGlobals } from '@/lib/runtime/process-globals'
import type { Realm } from '@/lib/runtime/realm'
import type { RealmEnv } from '@/lib/runtime/realm/env'

/** What a process is booted with. */
export interface BootParts {
  readonly process: Process
  readonly program: Program
  /** Names of variables to watch. */
  readonly watch: readonly string[]
  readonly clock: Clock
  readonly realm: Realm
  readonly disk: Disk
  readonly packages: Packages
  readonly instrument: ReturnType<typeof instrumentOnce>
  /** Sends a request to a server of this world. */
  readonly request: RealmEnv['request']
}

/** Gives a fresh process its globals, its modules and its own instance of Node's built-ins, and runs the program in it. */
export function boot(parts: BootParts): void {
  const { process, program, watch, clock, realm, disk, packages, instrument } = parts
  const { loop, print } = realm
  const { entry } = program
  const globals = processGlobals({ process, clock, loop, entry, print, load: (name) => load(name) })
  realm.enter(process, globals)
  const importModule = (name: unknown) => registry.requireFrom(HOME, name)
  const compile = compilerFor({ process, entry, watch, instrument, loop, importModule })
  process.attach(globals.process)
  const registry = new ModuleRegistry({
    disk,
    builtins,
    // Of the program as it was written, not of the disk: under Node, too, versions are what npm put into node_modules,
    // and a package.json that is written over while things run changes none of them, not even by a restart.
    dependencies: dependenciesOf(program),
    load: (module) => load(module),
    compile,
  })
  const load = packages.loaderFor(environment(parts, registry))
  registry.runMain(`${HOME}/${entry}`)
  process.started()
}

function environment({ process, realm, disk, request }: BootParts, registry: ModuleRegistry): RealmEnv {
  const { loop, print } = realm
  return {
    ...attribution(process),
    ...print,
    nextTick: (callback, ...args) => loop.postTick(process.context, () => callback(...args)),
    hostOperation: (operate, done) => process.hostOperation(operate, done),
    randomBytes: (length) => process.context.randomBytes(length),
    Buffer,
    hashes: HASHES,
    allocate: (bytes) => process.takeMemory(bytes),
    disk: disk.surface,
    listen: (port, accept) => realm.engine(() => process.listen(port, accept)),
    request: (...call) => realm.engine(() => request(...call)),
    connect: (host, port, events) => realm.engine(() => process.sockets.connect(host, port, events)),
    requireFromProgram: (name) => registry.requireFrom(HOME, name),
    sessions: process.sessions,
    stackOf,
    handlerFailed: (error) => process.handlerFailed(error),
    answeredTwice: (message) => process.report('answered-twice', message, process.context, process.observer.placeNow()),
  }
}
