import http from 'node:http'

/** What Node has asked its surroundings for and waits for an answer of (`process.getActiveResourcesInfo`). */
const UNDER_WAY = /^(FSReq|RandomBytes|PBKDF2|Scrypt|Hash|KeyPair|Sign|GetAddrInfo|TCPConnect|WriteWrap|ShutdownWrap)/

/** So many turns of the event loop in a row without anything under way count as rest. */
const ENOUGH = 3

/** How long a request may take to arrive, in milliseconds of real time; one that is no HTTP never does. */
const PATIENCE = 1000

const now = performance.now.bind(performance)
const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Waits until nothing more follows from what has happened: files, hashes and answers are done. */
export async function untilAtRest(): Promise<void> {
  for (let quiet = 0; quiet < ENOUGH; ) {
    await turn()
    quiet = process.getActiveResourcesInfo().some((name) => UNDER_WAY.test(name)) ? 0 : quiet + 1
  }
}

/** Counts requests; gives the function that waits until so many of them have arrived. */
export function countRequests(): (count: number) => Promise<void> {
  let arrived = 0
  const emit = http.Server.prototype.emit
  Reflect.set(http.Server.prototype, 'emit', function (this: http.Server, name: string, ...args: unknown[]) {
    if (name === 'request' || name === 'clientError') arrived++
    return Reflect.apply(emit, this, [name, ...args])
  })
  return async (count) => {
    const begun = now()
    while (arrived < count && now() - begun < PATIENCE) await turn()
  }
}
