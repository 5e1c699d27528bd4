import { createHop } from '@/lib/runtime/hop'
import { Host } from '@/lib/runtime/host'
import { Loop } from '@/lib/runtime/loop'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'
import { Realm } from '@/lib/runtime/realm'

/** The entry of the worker: a dedicated worker in a browser, a `worker_threads` worker under Node. */
const scope = globalThis as unknown as {
  postMessage(message: FromWorker): void
  addEventListener(
    type: string,
    listener: (event: { data: ToWorker; reason: unknown; preventDefault(): void }) => void,
  ): void
}
const send = scope.postMessage.bind(scope)
const listen = scope.addEventListener.bind(scope)
const clock = performance
const now = () => clock.now()

const hop = createHop()
const host = new Host(new Realm(new Loop(hop)), send, now)
listen('message', (event) => host.receive(event.data))
listen('unhandledrejection', (event) => {
  event.preventDefault()
  host.unhandledRejection(event.reason)
})
send({ type: 'ready' })
void host.warmUp(hop)
