import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { Event } from '@/lib/engine/trace/event'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'

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
export function assets(): { readonly worker: string; readonly chunks: Readonly<Record<string, string>> } {
  return require('./generated/assets.json')
}

export function readAsset(address: string): Promise<string> {
  return readFile(new URL(`../../public${address}`, import.meta.url), 'utf8')
}

/** A `worker_threads` worker that runs the bundle. One question at a time. */
export class NodeWorker {
  readonly #worker: Worker
  #log: Event[] = []
  #awaitsReady = false
  #settle: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null

  /** `bundle` is the text of the runtime. */
  constructor(bundle: string) {
    this.#worker = new Worker(BOOTSTRAP, {
      eval: true,
      workerData: { bundle, compiled },
      env: {},
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    this.#worker.on('message', (message: FromNodeWorker) => this.#receive(message))
    this.#worker.on('error', (error) => this.#settle?.reject(error))
    this.#worker.on('exit', () => this.#settle?.reject(new Error('the worker ended')))
  }

  /** Where events go from here on. */
  writeTo(log: Event[]): void {
    this.#log = log
  }

  /**
   * Resolves once it is done. Rejects when the runtime fails, or has not come back after `wallTime` milliseconds of real
   * time.
   */
  ask(message: ToWorker, wallTime: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle?.reject(new Error('the program does not come back')), wallTime)
      const settled = () => {
        clearTimeout(timer)
        this.#settle = null
      }
      this.#settle = {
        resolve() {
          settled()
          resolve()
        },
        reject(error) {
          settled()
          reject(error)
        },
      }
      this.#awaitsReady = message.type === 'reset'
      this.#worker.postMessage(message)
    })
  }

  /** Lets the next workers have what this one compiled. */
  shareCode(): void {
    if (compiled === null) this.#worker.postMessage('compiled')
  }

  /** Whether the program that Node runs waits for this worker before it ends; it does, unless something else is said. */
  hold(held: boolean): void {
    if (held) this.#worker.ref()
    else this.#worker.unref()
  }

  async end(): Promise<void> {
    this.#settle = null
    await this.#worker.terminate()
  }

  #receive(message: FromNodeWorker): void {
    switch (message.type) {
      case 'events':
        this.#log.push(...message.events)
        return
      case 'idle':
        this.#settle?.resolve()
        return
      case 'ready':
        // The first one is nobody's answer: it says that the bundle was evaluated.
        if (this.#awaitsReady) this.#settle?.resolve()
        return
      case 'spoilt':
        this.#settle?.reject(new Error(`the program replaced built-ins that the runtime needs: ${message.message}`))
        return
      case 'broken':
        this.#settle?.reject(new Error(message.message))
        return
      case 'compiled':
        compiled ??= message.code
        return
      default:
        message satisfies never
    }
  }
}
