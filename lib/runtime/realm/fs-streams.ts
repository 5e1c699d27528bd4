import { Readable, Writable } from 'stream'

export interface ReadOptions {
  start?: number
  end?: number
  highWaterMark?: number
  encoding?: BufferEncoding
  flags?: string
  fd?: number
}

function disk(name: string, ...args: unknown[]): number {
  const operation = __env.disk.functions[name]
  if (!operation) throw new TypeError(`fs.${name} is not offered`)
  return Number(Reflect.apply(operation, undefined, args))
}

function normalized(options: ReadOptions | BufferEncoding | undefined): ReadOptions {
  return typeof options === 'string' ? { encoding: options } : (options ?? {})
}

type Done = (error?: Error | null) => void

/** Closes a stream's file, if it has one open, on the stream's way out. */
function release(stream: { fd: number | null }, error: Error | null, done: Done): void {
  const { fd } = stream
  stream.fd = null
  if (fd === null) {
    done(error)
    return
  }
  __env.hostOperation(
    () => disk('closeSync', fd),
    (closing) => done(error ?? (closing instanceof Error ? closing : null)),
  )
}

/** Node's fs.ReadStream over the world's disk; `start` and `end` are byte offsets, both inclusive. */
export class ReadStream extends Readable {
  readonly path: string
  fd: number | null = null
  bytesRead = 0
  pending = true
  #position: number
  readonly #end: number
  readonly #flags: string

  constructor(path: string, options?: ReadOptions | BufferEncoding) {
    const { start, end, highWaterMark, encoding, flags } = normalized(options)
    super({ highWaterMark: highWaterMark ?? 65_536, ...(encoding ? { encoding } : {}), emitClose: true })
    this.path = path
    this.#position = start ?? 0
    this.#end = end ?? Number.POSITIVE_INFINITY
    this.#flags = flags ?? 'r'
    __env.hostOperation(
      () => disk('openSync', path, this.#flags),
      (error, fd) => {
        if (error instanceof Error || fd === undefined)
          return void this.destroy(error instanceof Error ? error : undefined)
        this.fd = fd
        this.pending = false
        this.emit('open', fd)
        this.emit('ready')
        if (this.destroyed) disk('closeSync', fd)
      },
    )
  }

  override _read(size: number): void {
    const fd = this.fd
    if (fd === null) {
      this.once('ready', () => this._read(size))
      return
    }
    const length = Math.min(size, this.#end - this.#position + 1)
    if (length <= 0) return void this.push(null)
    const buffer = __env.Buffer.alloc(length)
    __env.hostOperation(
      () => disk('readSync', fd, buffer, 0, length, this.#position),
      (error, count = 0) => {
        if (error) return void this.destroy(error instanceof Error ? error : new Error(String(error)))
        this.#position += count
        this.bytesRead += count
        this.push(count === 0 ? null : buffer.subarray(0, count))
      },
    )
  }

  override _destroy(error: Error | null, done: Done): void {
    release(this, error, done)
  }

  close(callback?: (error?: Error | null) => void): void {
    if (callback) this.once('close', () => callback())
    this.destroy()
  }
}

/** Node's fs.WriteStream over the world's disk. */
export class WriteStream extends Writable {
  readonly path: string
  fd: number | null = null
  bytesWritten = 0
  pending = true

  constructor(path: string, options?: ReadOptions | BufferEncoding) {
    const { flags, encoding } = normalized(options)
    super({ ...(encoding ? { defaultEncoding: encoding } : {}), emitClose: true })
    this.path = path
    __env.hostOperation(
      () => disk('openSync', path, flags ?? 'w'),
      (error, fd) => {
        if (error instanceof Error || fd === undefined)
          return void this.destroy(error instanceof Error ? error : undefined)
        this.fd = fd
        this.pending = false
        this.emit('open', fd)
        this.emit('ready')
      },
    )
  }

  override _write(chunk: Uint8Array, encoding: string, done: (error?: Error | null) => void): void {
    const fd = this.fd
    if (fd === null) {
      this.once('ready', () => this._write(chunk, encoding, done))
      return
    }
    __env.hostOperation(
      () => disk('writeSync', fd, chunk),
      (error, count = 0) => {
        this.bytesWritten += count
        done(error instanceof Error ? error : null)
      },
    )
  }

  override _destroy(error: Error | null, done: Done): void {
    release(this, error, done)
  }

  close(callback?: () => void): void {
    if (callback) this.once('close', callback)
    this.end()
  }
}
