import { nodeInspect } from '@/lib/runtime/inspect/node-inspect'

/** Node's functions that make text of values (Node documentation, `util`). */
export interface Print {
  readonly inspect: (value: unknown, options?: object) => string
  readonly format: (...args: unknown[]) => string
  readonly formatWithOptions: (options: object, ...args: unknown[]) => string
}

type Made = ReturnType<typeof nodeInspect>

const { apply } = Reflect

/** What else hangs on `inspect`, besides its symbol. */
const SETTINGS = ['defaultOptions', 'colors', 'styles'] as const

/**
 * Functions that look as Node's do, and have Node's made when the first of them has something to do: many a program
 * only prints texts. `late` makes them.
 */
export function lazyPrint(late: (make: () => Made) => Made): Print {
  let made: Made | null = null
  const real = () => {
    made ??= late(nodeInspect)
    return made
  }
  const inspect = looksLike('inspect', 2, (args) => apply(real().inspect, undefined, args))
  Object.defineProperty(inspect, 'custom', { value: Symbol.for('nodejs.util.inspect.custom'), enumerable: true })
  for (const name of SETTINGS) {
    Object.defineProperty(inspect, name, {
      configurable: true,
      enumerable: true,
      get: () => real().inspect[name],
      set: (value) => Reflect.set(real().inspect, name, value),
    })
  }
  return {
    inspect,
    format: looksLike('format', 0, (args) => apply(real().format, undefined, args)),
    formatWithOptions: looksLike('formatWithOptions', 1, (args) => apply(real().formatWithOptions, undefined, args)),
  }
}

/** A function of this name that takes so many arguments, and hands on as many as there are. */
function looksLike<Args extends unknown[]>(name: string, length: number, run: (args: Args) => string) {
  return Object.defineProperties((...args: Args) => run(args), {
    name: { value: name, configurable: true },
    length: { value: length, configurable: true },
  })
}
