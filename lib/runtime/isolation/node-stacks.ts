const { apply, defineProperty, getOwnPropertyDescriptor } = Reflect

/**
 * Has errors say their words in their stack, and word its frames, as under Node: consoles and error pages print stacks,
 * and SpiderMonkey's have neither. Where the stack is an error's own property, as in V8, which needs none of this, and in
 * JavaScriptCore, nothing is changed.
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

/** A stack of SpiderMonkey's (`name@file:line:column`, a frame a line) as V8 has it, under what the error says. */
export function nodeStack(words: string, stack: string): string {
  if (stack.startsWith(words)) return stack
  const frames = stack.split('\n').filter((line) => line.includes('@'))
  return [words, ...frames.map(nodeFrame)].join('\n')
}

function nodeFrame(line: string): string {
  const at = line.lastIndexOf('@')
  const name = line.slice(0, at).replace(/^async\*/, 'async ')
  const place = line.slice(at + 1)
  return name === '' || name === 'async ' ? `    at ${name}${place}` : `    at ${name} (${place})`
}
