import { type ReadOptions, ReadStream, WriteStream } from '@/lib/runtime/realm/fs-streams'
import { readWhole, wholeFileOptions, writeWhole } from '@/lib/runtime/realm/fs-whole'

/**
 * Node's fs over the world's disk. The synchronous functions are memfs's own; an asynchronous one is the
 * synchronous one done as a counted host operation, so that disk order and attribution are the world's. Those that
 * read or write a whole file are several.
 */
type Done = (error: unknown, value?: unknown) => void
type AnyFunction = (...args: unknown[]) => unknown

const disk = new Map<string, AnyFunction>()
for (const [name, value] of Object.entries(__env.disk.functions))
  disk.set(name, (...args) => Reflect.apply(value, undefined, args))

const names = [...disk.keys()].filter((name) => name.endsWith('Sync')).map((name) => name.slice(0, -4))
const exported: Record<string, unknown> = Object.fromEntries(disk)
// Not read here: they come with the disk, which most programs have no need of.
Object.defineProperties(exported, Object.getOwnPropertyDescriptors(__env.disk.values))
const promises: Record<string, unknown> = {}

for (const name of names) {
  const sync = disk.get(`${name}Sync`)
  if (!sync) continue
  exported[name] = (...args: unknown[]) => {
    const finish = callback(args.pop())
    if (name === 'exists')
      __env.hostOperation(
        () => sync(...args),
        (_error, value) => finish(value),
      )
    else if (name === 'read' || name === 'write') transfer(sync, args, finish)
    else
      __env.hostOperation(
        () => sync(...args),
        (error, value) => (error ? finish(error) : value === undefined ? finish(null) : finish(null, value)),
      )
  }
  promises[name] = (...args: unknown[]) =>
    new Promise((resolve, reject) => {
      __env.hostOperation(
        () => sync(...args),
        (error, value) => (error ? reject(error) : resolve(value)),
      )
    })
}

/** `read` and `write` also give the buffer back. */
function transfer(sync: AnyFunction, args: unknown[], finish: Done): void {
  __env.hostOperation(
    () => sync(...args),
    (error, count) => (error ? finish(error) : Reflect.apply(finish, undefined, [null, count, args[1]])),
  )
}

const reading = { encoding: null, flag: 'r', mode: 0o666 }
const writing = { encoding: null, flag: 'w', mode: 0o666 }
const appending = { ...writing, flag: 'a' }
whole('readFile', (args, done) => readWhole(args[0], wholeFileOptions(args[1], reading), done))
whole('writeFile', (args, done) => writeWhole(args[0], args[1], wholeFileOptions(args[2], writing), done))
whole('appendFile', (args, done) => writeWhole(args[0], args[1], wholeFileOptions(args[2], appending), done))

/** Offers a function that is several host operations, with a callback and with a promise. */
function whole(name: string, begin: (args: unknown[], done: Done) => void): void {
  exported[name] = (...args: unknown[]) => {
    const finish = callback(args.pop())
    begin(args, (error, value) => (error ? finish(error) : value === undefined ? finish(null) : finish(null, value)))
  }
  promises[name] = (...args: unknown[]) =>
    new Promise((resolve, reject) => begin(args, (error, value) => (error ? reject(error) : resolve(value))))
}

/** A call's last argument as its callback. Throws as Node does where it is none. */
function callback(done: unknown): Done {
  if (typeof done === 'function') return (...outcome) => Reflect.apply(done, undefined, outcome)
  const shown = done === undefined ? 'undefined' : __env.inspect(done)
  throw Object.assign(new TypeError(`The "cb" argument must be of type function. Received ${shown}`), {
    code: 'ERR_INVALID_ARG_TYPE',
  })
}

exported.createReadStream = (path: string, options?: ReadOptions | BufferEncoding) => new ReadStream(path, options)
exported.createWriteStream = (path: string, options?: ReadOptions | BufferEncoding) => new WriteStream(path, options)
exported.ReadStream = ReadStream
exported.WriteStream = WriteStream
exported.promises = promises

module.exports = exported
