import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Action, Story } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Event } from '@/lib/engine/trace/event'
import { type Chunks, chunksFor } from '@/lib/runtime/packages/chunks'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'

/** A world that runs under Node, from the same bundle that browsers run. */
export interface NodeWorld {
  /** Does actions, the later ones beside the earlier where they carry a moment. Resolves with what was logged meanwhile. */
  act(...actions: Action[]): Promise<readonly Event[]>
  /** Ends the worker. */
  end(): Promise<void>
  /** Everything logged so far. */
  readonly log: readonly Event[]
}

const require = createRequire(import.meta.url)

/** Gives a `worker_threads` worker the few names that the bundle expects of a browser's worker. */
const BOOTSTRAP = `
// Made when first used, from globals that are gone by then (Node 24).
void globalThis.MessageEvent
const { parentPort, workerData } = require('node:worker_threads')
const post = parentPort.postMessage.bind(parentPort), fromPort = parentPort.on.bind(parentPort), fromProcess = process.on.bind(process)
globalThis.self = globalThis
globalThis.postMessage = (message) => post(message)
globalThis.addEventListener = (type, listener) => {
  if (type === 'message') fromPort('message', (data) => data === 'compiled' || listener({ data }))
  if (type === 'unhandledrejection') fromProcess('unhandledRejection', (reason) => listener({ reason, preventDefault() {} }))
}
const { Script } = require('node:vm')
const { bundle, compiled } = workerData
const script = new Script(bundle, { filename: 'barbershop-runtime.js', ...(compiled ? { cachedData: compiled } : {}) })
fromPort('message', (message) => { if (message === 'compiled') post({ type: 'compiled', code: script.createCachedData() }) })
script.runInThisContext()
`

/** Node's own part of the protocol: what V8 made of the bundle. */
type FromNodeWorker = FromWorker | { readonly type: 'compiled'; readonly code: Uint8Array }

/** The bundle as the first worker that ran it compiled it: to compile it takes as long as everything else of a start. */
let compiled: Uint8Array | null = null

/** Addresses of the built runtime, as pages know them. */
function assets(): { readonly worker: string; readonly chunks: Readonly<Record<string, string>> } {
  return require('./generated/assets.json')
}

function readAsset(address: string): Promise<string> {
  return readFile(new URL(`../../public${address}`, import.meta.url), 'utf8')
}

/** The chunks that a program needs, from the disk. */
export async function readChunks(program: Program): Promise<Chunks> {
  const { chunks } = assets()
  const read = chunksFor(program).map(async (name) => [name, await readAsset(chunks[name] ?? `/runtime/${name}.js`)])
  return Object.fromEntries(await Promise.all(read))
}

/**
 * Opens a world and starts its program. Rejects when the runtime itself fails.
 * `wallTime` ends a worker that never comes back (milliseconds of real time, default 20 s for one call of `act`).
 */
export async function openWorld(program: Program, options: WorldOptions, wallTime = 20_000): Promise<NodeWorld> {
  const [bundle, chunks] = await Promise.all([readAsset(assets().worker), readChunks(program)])
  const worker = new Worker(BOOTSTRAP, {
    eval: true,
    workerData: { bundle, compiled },
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  })
  const log: Event[] = []
  let settle: { resolve: () => void; reject: (error: Error) => void } | null = null
  const fail = (error: Error) => settle?.reject(error)
  worker.on('message', (message: FromNodeWorker) => {
    if (message.type === 'compiled') compiled ??= message.code
    else if (message.type === 'events') log.push(...message.events)
    else if (message.type === 'idle') settle?.resolve()
    else if (message.type === 'broken') fail(new Error(message.message))
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the worker ended')))
  const ask = (message: ToWorker) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the program does not come back')), wallTime)
      const done = (finish: () => void) => () => {
        clearTimeout(timer)
        settle = null
        finish()
      }
      settle = { resolve: done(resolve), reject: (error) => done(() => reject(error))() }
      worker.postMessage(message)
    })
  const end = async () => {
    settle = null
    await worker.terminate()
  }
  try {
    await ask({ type: 'run', program, options, story: [], chunks })
    if (compiled === null) worker.postMessage('compiled')
  } catch (error) {
    await end()
    throw error
  }
  return {
    log,
    async act(...actions) {
      const from = log.length
      await ask({ type: 'act', actions })
      return log.slice(from)
    },
    end,
  }
}

/** Runs a whole story in a world of its own and gives its log. */
export async function runStory(program: Program, story: Story, options: WorldOptions): Promise<readonly Event[]> {
  const world = await openWorld(program, options)
  try {
    if (story.length > 0) await world.act(...story)
    return world.log
  } finally {
    await world.end()
  }
}
