import { type ReadOptions, ReadStream, WriteStream } from '@/lib/runtime/realm/fs-streams'

/**
 * Node's fs over the world's disk. The synchronous functions are memfs's own; every asynchronous one is the
 * synchronous one done as a counted host operation, so that disk order and attribution are the world's.
 */
type Done = (error: unknown, value?: unknown) => void
type AnyFunction = (...args: unknown[]) => unknown

const disk = new Map<string, AnyFunction>()
for (const [name, value] of Object.entries(__env.disk.functions))
  disk.set(name, (...args) => Reflect.apply(value, undefined, args))

const names = [...disk.keys()].filter((name) => name.endsWith('Sync')).map((name) => name.slice(0, -4))
const exported: Record<string, unknown> = { ...Object.fromEntries(disk), ...__env.disk.values }
const promises: Record<string, unknown> = {}

for (const name of names) {
  const sync = disk.get(`${name}Sync`)
  if (!sync) continue
  exported[name] = (...args: unknown[]) => {
    const done = args.pop()
    if (typeof done !== 'function') {
      const shown = done === undefined ? 'undefined' : __env.inspect(done)
      throw Object.assign(new TypeError(`The "cb" argument must be of type function. Received ${shown}`), {
        code: 'ERR_INVALID_ARG_TYPE',
      })
    }
    const finish: Done = (...outcome) => Reflect.apply(done, undefined, outcome)
    if (name === 'exists')
      __env.hostOperation(
        () => sync(...args),
        (_error, value) => Reflect.apply(done, undefined, [value]),
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

exported.createReadStream = (path: string, options?: ReadOptions | BufferEncoding) => new ReadStream(path, options)
exported.createWriteStream = (path: string, options?: ReadOptions | BufferEncoding) => new WriteStream(path, options)
exported.ReadStream = ReadStream
exported.WriteStream = WriteStream
exported.promises = promises

module.exports = exported
