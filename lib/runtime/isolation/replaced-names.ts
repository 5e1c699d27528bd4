import type { Changes } from '@/lib/runtime/isolation/intrinsics'

/** What programs and tests often replace, and neither packages nor the runtime build on. */
const HARMLESS = new Set([
  ...['Math.random', 'Date.now', 'process', 'console', 'Buffer', 'setTimeout', 'setInterval', 'clearTimeout'],
  ...['clearInterval', 'setImmediate', 'clearImmediate', 'queueMicrotask', 'performance', 'crypto'],
])

/** How many are named: a program may have replaced all there are. */
const MOST = 5

/** The names to tell a person; what is replaced comes before what was added. Built-ins must be in their places. */
export function replacedNames({ replaced, other }: Changes): readonly string[] {
  const names = [...replaced.map(({ path }) => path), ...other].filter((name) => !HARMLESS.has(name))
  return names.length > MOST ? [...names.slice(0, MOST), '…'] : names
}
