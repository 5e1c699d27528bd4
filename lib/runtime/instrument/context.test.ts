import { Script } from 'node:vm'
import { expect, it } from 'vitest'
import type { Hooks } from '@/lib/runtime/instrument/hooks'
import { instrument } from '@/lib/runtime/instrument/instrument'

const OWN = 'own exchange'
const OTHER = 'another exchange'

/** The context in which `print()` runs in an async function's body while other exchanges run between its turns. */
async function contextOfPrint(body: string): Promise<unknown[]> {
  let context: unknown = OWN
  const seen: unknown[] = []
  const hooks: Hooks = {
    l: () => {},
    s: () => {},
    c: () => context,
    r: (own, value) => {
      context = own
      return value
    },
    i: async () => {},
    w: () => {},
    n: (length) => length,
    a: (spread) => spread,
  }
  const made = instrument(`(async () => { ${body} })()`, 'server.js', [])
  if ('mistake' in made) throw new Error(made.mistake.message)
  const run = new Script(`(function (print, ${made.hooks}) {${made.code}\n})`).runInThisContext()
  run(() => void seen.push(context), hooks)
  for (let turn = 0; turn < 40; turn++) {
    context = OTHER
    await null
  }
  return seen
}

it.each([
  ['an await in an argument', 'print(await 1)'],
  ['a rejected await', 'try { await Promise.reject(1) } catch { print() }'],
  ['a rejected await without a catch', 'try { try { await Promise.reject(1) } finally { print() } } catch {}'],
  ['a turn of for await', 'for await (const x of [1]) print()'],
  ['the end of for await', 'for await (const x of [1]); print()'],
  ['the end of for await with a statement for a body', 'for await (const x of [1]) if (x) { } else ; print()'],
  ['a for await that was left', 'for await (const x of [1, 2]) { break } print()'],
  ['a labelled for await that was left', 'outer: for await (const x of [1, 2]) { break outer } print()'],
  ['a for await as the body of an if', 'if (1) for await (const x of [1]); else print(); print()'],
  [
    'yield* in an async generator',
    'async function* a() { await 0; yield 1 } async function* b() { yield* a(); print() } for await (const x of b());',
  ],
])('after %s an async function is in its own context', async (_name, body) => {
  expect(await contextOfPrint(body)).toEqual([OWN])
})
