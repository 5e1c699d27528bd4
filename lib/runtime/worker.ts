import { createHop } from '@/lib/runtime/hop'
import { Host } from '@/lib/runtime/host'
import { Loop } from '@/lib/runtime/loop'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'
import { Realm } from '@/lib/runtime/realm'

/** The entry of the worker: a dedicated worker in a browser, a `worker_threads` worker under Node. */
declare const postMessage: (message: FromWorker) => void
declare const addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void

/** What is read of a `message` or an `unhandledrejection` event. */
interface WorkerEvent {
  readonly data: ToWorker
  readonly reason: unknown
  preventDefault(): void
}

// Taken before the realm is confined.
const send = postMessage.bind(globalThis)
const listen = addEventListener.bind(globalThis)
const clock = performance
const now = () => clock.now()

const later = setTimeout.bind(globalThis)

const host = new Host(new Realm(new Loop(createHop())), send, now)
listen('message', (event) => host.receive(event.data))
listen('unhandledrejection', (event) => {
  event.preventDefault()
  host.unhandledRejection(event.reason)
})
send({ type: 'ready' })
// A spare that is taken at once, as when a task is checked world after world, must not be found at its rehearsal.
later(() => void host.warmUp(), 200)
