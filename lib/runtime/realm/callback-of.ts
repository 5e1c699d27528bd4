/** The first function among arguments. By a loop: Node's own code meets no `find` that a program put on arrays. */
export function callbackOf<F extends (...args: never[]) => unknown>(args: readonly unknown[]): F | undefined {
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (isFunction<F>(arg)) return arg
  }
  return undefined
}

function isFunction<F>(value: unknown): value is F {
  return typeof value === 'function'
}
