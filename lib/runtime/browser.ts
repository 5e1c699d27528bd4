import type { Event } from '@/lib/engine/trace/event'
import type { Run, RunEnd, RunListener, RuntimeClient } from '@/lib/runtime/client'
import assets from '@/lib/runtime/generated/assets.json'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'

/** How long a busy worker may say nothing before it is ended, in milliseconds of real time. */
const PATIENCE = 5000

/** Makes runs in dedicated workers, one each. One more is always warming up, so that the next run starts at once. */
export function createRuntimeClient(address: string = assets.worker): RuntimeClient {
  let spare: Worker | null = new Worker(address)
  const runs = new Set<Run>()
  const take = (): Worker => {
    const worker = spare ?? new Worker(address)
    spare = null
    return worker
  }
  return {
    run(program, story, options, listener) {
      const run = startRun(take(), { type: 'run', program, story, options }, story.length, listener, () => {
        // The next worker warms up once this one has done its first work, not beside it.
        spare ??= new Worker(address)
      })
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
      spare?.terminate()
      spare = null
    },
  }
}

function startRun(
  worker: Worker,
  first: ToWorker,
  actions: number,
  listener: RunListener,
  onFirstIdle: () => void,
): Run {
  let waiting: Event[] = []
  let frame: number | null = null
  let watchdog: ReturnType<typeof setTimeout> | null = null
  let asked = actions
  let over = false

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
    watchdog = setTimeout(() => end({ type: 'unresponsive' }), PATIENCE)
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
        end({ type: 'broken', message: message.message })
        return
      default:
        return message satisfies never
    }
  }
  const send = (message: ToWorker) => {
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
  send(first)
  return {
    act(...actions) {
      asked += actions.length
      send({ type: 'act', actions })
    },
    stop,
  }
}
