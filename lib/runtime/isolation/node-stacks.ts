const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect

/** Whether stacks of this JavaScript engine leave out what the error says: all do but those of V8. */
const isForeign = !String(new Error('words').stack).includes('words')

/**
 * An error's stack as under Node, for what prints it: consoles and error pages. `installStacks` can't do it where the stack is
 * an error's own property, as in JavaScriptCore.
 */
export function stackOf(error: { readonly stack?: unknown }): unknown {
  const { stack } = error
  return isForeign && typeof stack === 'string' ? nodeStack(String(error), stack) : stack
}

/**
 * Has errors say their words in their stack, and word its frames, as under Node, where all errors have their stack from
 * one place, as in SpiderMonkey. In V8, which needs none of this, and in JavaScriptCore it is each error's own.
 */
export function installStacks(prototype: object): void {
  const native = getOwnPropertyDescriptor(prototype, 'stack')
  const say = getOwnPropertyDescriptor(prototype, 'toString')?.value
  const read = native?.get
  if (!native || !read || typeof say !== 'function') return
  defineProperty(prototype, 'stack', {
    ...native,
    get(this: unknown) {
      const stack: unknown = apply(read, this, [])
      return typeof stack === 'string' ? nodeStack(String(apply(say, this, [])), stack) : stack
    },
  })
}

/**
 * A stack of SpiderMonkey's or JavaScriptCore's (`name@file:line:column`, a frame a line) as V8 has it, under what the
 * error says.
 */
export function nodeStack(words: string, stack: string): string {
  if (stack.startsWith(words)) return stack
  const frames = stack.split('\n').filter((line) => line.includes('@') && line !== '@')
  return [words, ...frames.map(nodeFrame)].join('\n')
}

function nodeFrame(line: string): string {
  const at = line.lastIndexOf('@')
  const name = line.slice(0, at).replace(/^async\*/, 'async ')
  const place = line.slice(at + 1)
  return name === '' || name === 'async ' ? `    at ${name}${place}` : `    at ${name} (${place})`
}
