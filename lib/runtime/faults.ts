import { HOME } from '@/lib/engine/story/disk-path'
import type { FaultKind, SourcePlace } from '@/lib/engine/trace/event'
import { BudgetExceeded } from '@/lib/runtime/budget'
import { stackOf } from '@/lib/runtime/isolation/node-stacks'

/** A thrown value, read as what went wrong. */
export interface FaultDescription {
  readonly fault: FaultKind
  readonly message: string
  /** As Node prints it; `null` where the message says everything. */
  readonly stack: string | null
}

/** Classifies a thrown value. `otherwise`: what an ordinary error counts as at this moment. */
export function faultOf(error: unknown, otherwise: FaultKind): FaultDescription {
  if (error instanceof BudgetExceeded) return { fault: error.fault, message: error.message, stack: null }
  if (!(error instanceof Error)) {
    const message = typeof error === 'string' ? error : describe(error)
    return { fault: otherwise, message, stack: `Uncaught ${message}` }
  }
  // An error without words says at least what class it is of.
  const message = error.message === '' ? error.constructor.name : `${error.name}: ${error.message}`
  const own = stackOf(error)
  const stack = typeof own === 'string' && own !== '' ? withoutRuntime(own) : message
  const code = 'code' in error ? error.code : undefined
  if (error instanceof SyntaxError && 'place' in error) return { fault: 'syntax-error', message: error.message, stack }
  if (code === 'MODULE_NOT_FOUND') return { fault: 'module-not-found', message: error.message, stack }
  if (code === 'EADDRINUSE') return { fault: 'port-in-use', message: error.message, stack }
  // V8 and JavaScriptCore throw a RangeError, SpiderMonkey an InternalError.
  if (/call stack|too much recursion/i.test(error.message) && /^(Range|Internal)Error$/.test(error.name)) {
    return { fault: 'endless-recursion', message, stack }
  }
  return { fault: otherwise, message, stack }
}

/** Where in the student's files an error arose, by its own word or the topmost frame of its stack. */
export function placeOf(error: unknown): SourcePlace | null {
  if (typeof error !== 'object' || error === null) return null
  if ('place' in error && isPlace(error.place)) return error.place
  if (!(error instanceof Error) || typeof error.stack !== 'string') return null
  return topFrame(error.stack)
}

/** The topmost frame of a stack that lies in the program's folder. */
export function topFrame(stack: string): SourcePlace | null {
  const frame = new RegExp(`${HOME}/([^\\s():]+):(\\d+):(\\d+)`).exec(stack)
  if (!frame) return null
  const [, file = '', line = '0'] = frame
  return { file, line: Number(line) }
}

function isPlace(value: unknown): value is SourcePlace {
  return typeof value === 'object' && value !== null && 'file' in value && 'line' in value
}

function describe(value: unknown): string {
  try {
    return String(value)
  } catch {
    return 'a value that cannot be shown'
  }
}

/** Leaves out the frames of our own worker script: students see theirs and the packages' function names. */
function withoutRuntime(stack: string): string {
  return stack
    .split('\n')
    .map((line) => line.replace(/ \((?:https?|file|blob|node|evalmachine)[^)]*\)$/, ''))
    .filter((line) => !/^\s+at (?:https?|file|blob|node):/.test(line))
    .join('\n')
}
