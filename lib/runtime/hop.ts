/**
 * Lets the JavaScript engine empty its microtask queue: the returned promise resolves in a later task.
 * A message to oneself is the shortest way there that workers and Node both have (about 2 to 12 µs).
 */
export function createHop(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  port2.onmessage = () => waiting.shift()?.()
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve)
      port1.postMessage(null)
    })
}
