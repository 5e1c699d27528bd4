/**
 * Reading and writing whole files as Node does it: not in one go but in steps, each a host operation of its own (Node's
 * source, `lib/fs.js`, readFile and writeFile). Between two of them another request has its turn, which is how a
 * reader can meet a file that is empty, or shorter than what was written to it.
 */
type Done = (error: unknown, value?: unknown) => void
type Flag = string | number

/** What a call says besides path and content. */
export interface WholeFileOptions {
  readonly encoding: BufferEncoding | null
  readonly flag: Flag
  readonly mode: unknown
}

/** How much is read at once where the file says its size, and where it does not (Node's source, `lib/internal/fs/read/context.js`). */
const PIECE = 512 * 1024
const BLIND_PIECE = 64 * 1024

function call(name: string, ...args: unknown[]): unknown {
  const operation = __env.disk.functions[name]
  if (!operation) throw new TypeError(`fs.${name} is not offered`)
  return Reflect.apply(operation, undefined, args)
}

/** Node's complaint about an argument of the wrong type (Node's source, `lib/internal/errors.js`, ERR_INVALID_ARG_TYPE). */
function invalid(name: string, expected: string, value: unknown): TypeError {
  const message = `The "${name}" argument must be ${expected}. Received ${received(value)}`
  return Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_TYPE' })
}

function received(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (typeof value === 'function') return `function ${value.name}`
  if (typeof value === 'object') return `an instance of ${value.constructor.name}`
  return `type ${typeof value} (${__env.inspect(value)})`
}

/** A call's options as Node reads them. Throws TypeError. */
export function wholeFileOptions(given: unknown, defaults: WholeFileOptions): WholeFileOptions {
  if (given === null || given === undefined || typeof given === 'function') return defaults
  if (typeof given !== 'string' && typeof given !== 'object') {
    throw invalid('options', 'one of type string or object', given)
  }
  const options = typeof given === 'string' ? { ...defaults, encoding: given } : { ...defaults, ...given }
  const { encoding } = options
  if (
    encoding !== null &&
    encoding !== undefined &&
    !__env.Buffer.isEncoding(encoding) &&
    String(encoding) !== 'buffer'
  ) {
    const message = `The argument 'encoding' is invalid encoding. Received ${__env.inspect(encoding)}`
    throw Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_VALUE' })
  }
  return { encoding: known(encoding), flag: options.flag ?? defaults.flag, mode: options.mode ?? defaults.mode }
}

function known(encoding: unknown): BufferEncoding | null {
  return typeof encoding === 'string' && __env.Buffer.isEncoding(encoding) ? encoding : null
}

/** Throws where `fs` would throw before it does anything. */
function requirePath(path: unknown): void {
  const isPath =
    typeof path === 'string' || path instanceof Uint8Array || path instanceof URL || typeof path === 'number'
  if (!isPath) throw invalid('path', 'of type string or an instance of Buffer or URL', path)
}

/** Opens a path; a descriptor is open already, and stays so. */
function withFile(
  path: unknown,
  { flag, mode }: WholeFileOptions,
  done: Done,
  use: (fd: number, end: Done) => void,
): void {
  requirePath(path)
  if (typeof path === 'number') {
    use(path, done)
    return
  }
  __env.hostOperation(
    () => Number(call('openSync', path, flag, mode)),
    (error, fd) => {
      if (error || fd === undefined) done(error)
      else use(fd, (failed, value) => close(fd, () => done(failed, value), done))
    },
  )
}

function close(fd: number, closed: () => void, failed: Done): void {
  __env.hostOperation(
    () => call('closeSync', fd),
    (error) => (error ? failed(error) : closed()),
  )
}

/** `fs.readFile`: open, ask for the size, read until there is no more, close. */
export function readWhole(path: unknown, options: WholeFileOptions, done: Done): void {
  withFile(path, options, done, (fd, end) => {
    __env.hostOperation(
      () => sizeOf(fd),
      (error, size) => {
        if (error || size === undefined) end(error)
        else readOn(fd, size, [], (failed, bytes) => end(failed, failed ? undefined : decoded(bytes, options)))
      },
    )
  })
}

/** What `fstat` says of a file; 0 also where it has none to say, as for a folder. */
function sizeOf(fd: number): number {
  const stats = call('fstatSync', fd)
  return typeof stats === 'object' && stats !== null && 'size' in stats ? Number(stats.size) : 0
}

function readOn(fd: number, size: number, pieces: Uint8Array[], done: (error: unknown, bytes?: Buffer) => void): void {
  const before = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const buffer = __env.Buffer.alloc(size === 0 ? BLIND_PIECE : Math.min(PIECE, size - before))
  __env.hostOperation(
    () => Number(call('readSync', fd, buffer, 0, buffer.length, null)),
    (error, count = 0) => {
      if (error) return done(error)
      if (count > 0) pieces.push(buffer.subarray(0, count))
      if (count === 0 || before + count === size) done(null, __env.Buffer.concat(pieces))
      else readOn(fd, size, pieces, done)
    },
  )
}

function decoded(bytes: Buffer | undefined, { encoding }: WholeFileOptions): unknown {
  return encoding === null || bytes === undefined ? bytes : bytes.toString(encoding)
}

/** `fs.writeFile` and `fs.appendFile`: open (which empties the file, unless it appends), write until all is there, close. */
export function writeWhole(path: unknown, data: unknown, options: WholeFileOptions, done: Done): void {
  const bytes = bytesOf(data, options)
  withFile(path, options, done, (fd, end) => writeOn(fd, bytes, end))
}

function bytesOf(data: unknown, { encoding }: WholeFileOptions): Uint8Array {
  if (typeof data === 'string') return __env.Buffer.from(data, encoding ?? 'utf8')
  if (ArrayBuffer.isView(data)) return __env.Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  throw invalid('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data)
}

function writeOn(fd: number, bytes: Uint8Array, done: Done): void {
  __env.hostOperation(
    () => Number(call('writeSync', fd, bytes, 0, bytes.length, null)),
    (error, count = 0) => {
      if (error) done(error)
      else if (count < bytes.length) writeOn(fd, bytes.subarray(count), done)
      else done(null)
    },
  )
}
