/** An error as Node makes them: with a `code`. */
export type CodedError = Error & { code: string }

type ErrorClass = ErrorConstructor | TypeErrorConstructor | RangeErrorConstructor

/** An error that Node's C++ half throws: its code is a property and no more. */
export function codedError(Class: ErrorClass, code: string, message: string): CodedError {
  return Object.assign(new Class(message), { code })
}

/** An error that Node's JavaScript half throws: its text and the first line of its stack also carry the code. */
export function nodeError(Class: ErrorClass, code: string, message: string): CodedError {
  const error = codedError(Class, code, message)
  const text = `${error.name} [${code}]: ${message}`
  const plain = `${error.name}: ${message}`
  // Firefox and Safari leave the message out of the stack: there is no first line to replace.
  if (error.stack?.startsWith(plain)) {
    const stack = text + error.stack.slice(plain.length)
    Object.defineProperty(error, 'stack', { value: stack, configurable: true, writable: true })
  }
  Object.defineProperty(error, 'toString', { value: () => text, configurable: true, writable: true })
  return error
}

/**
 * `ERR_INVALID_ARG_TYPE`.
 * @param expected as Node words it: `of type string`, `an instance of Buffer`
 */
export function wrongType(name: string, expected: string, value: unknown): CodedError {
  const kind = name.includes('.') ? 'property' : 'argument'
  return nodeError(
    TypeError,
    'ERR_INVALID_ARG_TYPE',
    `The "${name}" ${kind} must be ${expected}. Received ${received(value)}`,
  )
}

/**
 * `ERR_INVALID_ARG_VALUE`.
 * @param why as Node words it: `is invalid for data of length 3`
 */
export function wrongValue(name: string, why: string, value: unknown): CodedError {
  const shown = typeof value === 'string' ? `'${value}'` : String(value)
  return nodeError(TypeError, 'ERR_INVALID_ARG_VALUE', `The argument '${name}' ${why}. Received ${shown}`)
}

/** `ERR_CRYPTO_INVALID_DIGEST`: there is no hash function of this name. */
export function invalidDigest(name: string): CodedError {
  return codedError(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${name}`)
}

/**
 * `ERR_OUT_OF_RANGE`.
 * @param range as Node words it: `>= 0 && <= 10`
 */
export function outOfRange(name: string, range: string, value: number): CodedError {
  return nodeError(
    RangeError,
    'ERR_OUT_OF_RANGE',
    `The value of "${name}" is out of range. It must be ${range}. Received ${grouped(value)}`,
  )
}

/** What was passed instead, in Node's words. */
function received(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (typeof value === 'function') return `function ${value.name}`
  if (typeof value === 'object') {
    const name: unknown = value.constructor?.name
    return name ? `an instance of ${name}` : '[Object: null prototype] {}'
  }
  if (typeof value === 'string') return `type string ('${value.length > 28 ? `${value.slice(0, 25)}...` : value}')`
  return `type ${typeof value} (${typeof value === 'bigint' ? `${value}n` : String(value)})`
}

/** Node groups the digits of integers beyond 32 bits. */
function grouped(value: number): string {
  if (!Number.isInteger(value) || Math.abs(value) <= 2 ** 32) return String(value)
  return String(value).replace(/\B(?=(\d{3})+$)/g, '_')
}
