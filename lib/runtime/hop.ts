import { Queue } from '@/lib/runtime/queue'

/**
 * Lets the JavaScript engine empty its microtask queue: the returned promise resolves in a later task.
 * A message to oneself is the shortest way there that workers and Node both have (about 2 to 12 µs).
 */
export function createHop(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const waiting = new Queue<() => void>()
  // Both taken before a program can put something else in their place.
  const NativePromise = Promise
  const post = port1.postMessage.bind(port1)
  port2.onmessage = () => waiting.take()?.()
  return () =>
    new NativePromise((resolve) => {
      waiting.add(resolve)
      post(null)
    })
}
