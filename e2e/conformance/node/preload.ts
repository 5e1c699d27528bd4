/**
 * Loaded into real Node before a program (`--require`): its clock stands still unless told otherwise, its
 * randomness comes from the same streams as a world's, and its ports are free ones on the loopback.
 */
import crypto from 'node:crypto'
import net from 'node:net'
import { createRandom, type RandomStream } from '@/lib/engine/random'
import { type FromChild, type Moment, START_VARIABLE, type ToChild } from './messages'

let now = 0
let math: RandomStream
let bytes: RandomStream

function setMoment(moment: Moment): void {
  now = moment.now
  math = createRandom(moment.math)
  bytes = createRandom(moment.crypto)
}

function tell(message: FromChild): void {
  process.send?.(message)
}

const start: Moment = JSON.parse(process.env[START_VARIABLE] ?? '')
delete process.env[START_VARIABLE]
setMoment(start)
process.on('message', (message: ToChild) => {
  setMoment(message.moment)
  tell({ type: 'moment-set' })
})

const RealDate = Date
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now] : args, newTarget),
  apply: () => new RealDate(now).toString(),
  get: (target, name, receiver) => (name === 'now' ? () => now : Reflect.get(target, name, receiver)),
})
RealDate.prototype.constructor = globalThis.Date

Math.random = () => math.next()

function fill<T extends NodeJS.ArrayBufferView>(view: T): T {
  const target = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  target.set(bytes.bytes(view.byteLength))
  return view
}

function randomBytes(size: number, callback?: (error: Error | null, buffer: Buffer) => void): Buffer | undefined {
  const buffer = fill(Buffer.alloc(size))
  if (!callback) return buffer
  setImmediate(() => callback(null, buffer))
  return undefined
}

function randomUUID(): ReturnType<typeof crypto.randomUUID> {
  const drawn = fill(Buffer.alloc(16))
  drawn[6] = ((drawn[6] ?? 0) & 0x0f) | 0x40
  drawn[8] = ((drawn[8] ?? 0) & 0x3f) | 0x80
  const hex = drawn.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function replace(target: object, functions: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(functions)) {
    Object.defineProperty(target, name, { value, configurable: true, writable: true, enumerable: true })
  }
}

// The module’s getRandomValues reads the one of the global object.
replace(crypto, { randomBytes, randomUUID, randomFillSync: fill })
replace(globalThis.crypto, { randomUUID, getRandomValues: fill })

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]): net.Server {
  const port = Number(args[0])
  this.once('listening', () => {
    const address = this.address()
    if (address !== null && typeof address === 'object') tell({ type: 'listening', port, actual: address.port })
  })
  const callback = args.find((arg) => typeof arg === 'function')
  return Reflect.apply(listen, this, [0, '127.0.0.1', ...(callback ? [callback] : [])])
}
