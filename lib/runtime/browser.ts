import type { Program } from '@/lib/engine/story/program'
import type { Event } from '@/lib/engine/trace/event'
import type { Run, RunEnd, RunListener, RuntimeClient } from '@/lib/runtime/client'
import assets from '@/lib/runtime/generated/assets.json'
import type { Chunks } from '@/lib/runtime/packages/chunks'
import { chunkFetcher, fetchFromServer } from '@/lib/runtime/packages/fetch-chunks'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'

/** How long a busy worker may say nothing before it is ended, in milliseconds of real time. */
const PATIENCE = 5000

/** How long a worker may take to load, in milliseconds: on a slow machine with a slow network, a program has no part in it. */
const LOADING = 60_000

/** A worker, and whether it has loaded: one that warmed up in advance said so before anybody asked. */
class Loading {
  readonly worker: Worker
  done = false

  constructor(address: string) {
    this.worker = new Worker(address)
    this.worker.onmessage = () => {
      this.done = true
    }
  }
}

/** For all clients of a page: what a lesson's run has fetched, its tasks' worlds have at hand. */
const chunks = chunkFetcher(assets.chunks, (address) => fetchFromServer(assets.base + address))

/** Makes runs in dedicated workers, one each. One more is always warming up, so that the next run starts at once. */
export function createRuntimeClient(address: string = assets.base + assets.worker): RuntimeClient {
  let spare: Loading | null = new Loading(address)
  let disposed = false
  const runs = new Set<Run>()
  const take = (): Loading => {
    const taken = spare ?? new Loading(address)
    spare = null
    return taken
  }
  const warmUp = (program: Program) => {
    if (disposed || spare) return
    spare = new Loading(address)
    const needed = chunks.atHand(program)
    if (needed) spare.worker.postMessage({ type: 'expect', chunks: needed } satisfies ToWorker)
  }
  return {
    run(program, story, options, listener) {
      const run = startRun(take(), story.length, listener, () => {
        // The next worker warms up once what this one did is on the screen, beside neither.
        requestAnimationFrame(() => setTimeout(() => warmUp(program)))
      })
      const begin = (fetched: Chunks) => run.begin({ type: 'run', program, story, options, chunks: fetched })
      const known = chunks.atHand(program)
      if (known) begin(known)
      else chunks.fetch(program).then(begin, (error) => run.end({ type: 'unreachable', message: String(error) }))
      runs.add(run)
      return {
        act: run.act,
        stop() {
          runs.delete(run)
          run.stop()
        },
      }
    },
    dispose() {
      for (const run of runs) run.stop()
      runs.clear()
      spare?.worker.terminate()
      spare = null
      disposed = true
    },
  }
}

/** A run whose worker waits for what it needs. */
interface StartedRun extends Run {
  /** Hands over the program. What was asked of it in the meantime follows. */
  begin(first: ToWorker): void
  end(reason: RunEnd): void
}

function startRun(loading: Loading, actions: number, listener: RunListener, onFirstIdle: () => void): StartedRun {
  const { worker } = loading
  let waiting: Event[] = []
  let frame: number | null = null
  let watchdog: ReturnType<typeof setTimeout> | null = null
  let asked = actions
  let over = false
  /** Messages that wait for the program; `null` once it was handed over. */
  let early: ToWorker[] | null = []

  const deliver = () => {
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
    const events = waiting
    waiting = []
    if (events.length > 0 && !over) listener.onEvents(events)
  }
  const calm = () => {
    if (watchdog !== null) clearTimeout(watchdog)
    watchdog = null
  }
  const watch = () => {
    calm()
    watchdog = loading.done
      ? setTimeout(() => end({ type: 'unresponsive' }), PATIENCE)
      : setTimeout(() => end({ type: 'unreachable', message: 'the runtime has not loaded within a minute' }), LOADING)
  }
  const stop = () => {
    calm()
    if (frame !== null) cancelAnimationFrame(frame)
    over = true
    worker.terminate()
  }
  const end = (reason: RunEnd) => {
    if (over) return
    deliver()
    stop()
    onFirstIdle()
    listener.onEnd(reason)
  }
  const receive = (message: FromWorker) => {
    switch (message.type) {
      case 'ready':
        loading.done = true
        if (watchdog !== null) watch()
        return
      case 'events':
        watch()
        for (const event of message.events) waiting.push(event)
        frame ??= requestAnimationFrame(deliver)
        return
      case 'idle':
        if (message.actions >= asked) calm()
        deliver()
        listener.onIdle(message.actions)
        onFirstIdle()
        return
      case 'broken':
      case 'spoilt':
        end(message)
        return
      default:
        return message satisfies never
    }
  }
  const send = (message: ToWorker) => {
    if (over) return
    if (early) {
      early.push(message)
      return
    }
    watch()
    worker.postMessage(message)
  }

  worker.onmessage = (event: MessageEvent<FromWorker>) => {
    if (!over) receive(event.data)
  }
  worker.onerror = (event) => {
    event.preventDefault()
    end({ type: 'crashed', message: event.message || 'the worker ended' })
  }
  return {
    begin(first) {
      const later = early ?? []
      early = null
      for (const message of [first, ...later]) send(message)
    },
    end,
    act(...actions) {
      asked += actions.length
      send({ type: 'act', actions })
    },
    stop,
  }
}
