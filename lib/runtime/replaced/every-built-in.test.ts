import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Event } from '@/lib/engine/trace/event'
import { builtInFunctions } from '@/lib/runtime/replaced/built-ins'
import { problems } from '@/lib/runtime/replaced/problems'
import { program, type Where, Worlds } from '@/lib/runtime/replaced/worlds'

/** Node's own code for messages between threads iterates over arrays of the program's realm; browsers' does not. */
const NODE_FAILS = new Set(['Array.prototype[Symbol.iterator]', 'Object.getPrototypeOf([].values()).next'])

const NAMES = builtInFunctions().filter((name) => !NODE_FAILS.has(name))

/** So many are replaced at once; where that changes nothing, none of them does. */
const BATCH = 8

const PLACES: readonly Where[] = ['at the top', 'in a handler']
const REPLACEMENTS = { nothing: 'null', 'a function that throws': "() => { throw new Error('mine') }" }

/** Each is replaced in both places, in one by nothing and in the other by a function: which, goes by turns. */
function tried(where: Where, by: string): readonly string[] {
  const isFirst = (where === 'at the top') === (by === REPLACEMENTS.nothing)
  return NAMES.filter((_name, index) => (index % 2 === 0) === isFirst)
}

describe('whatever built-in a program replaces, its students are told, or need not be', () => {
  const worlds = new Worlds()
  let undisturbed = ''
  beforeAll(async () => {
    undisturbed = told((await worlds.run(program('', 'at the top'))).log)
  })
  afterAll(() => worlds.end())

  /** Programs that replace each of the names alone, where replacing all of them makes a difference. */
  async function complaints(names: readonly string[], where: Where, by: string): Promise<Record<string, string[]>> {
    const outcome = await worlds.run(program(names.map((name) => `${name} = ${by}`).join('; '), where))
    if (outcome.error === null && told(outcome.log) === undisturbed) return {}
    const [name = '', ...others] = names
    if (others.length === 0) {
      const found = problems(name, where, outcome)
      return found.length > 0 ? { [name]: found } : {}
    }
    const half = names.length / 2
    return {
      ...(await complaints(names.slice(0, half), where, by)),
      ...(await complaints(names.slice(half), where, by)),
    }
  }

  for (const where of PLACES) {
    it.each(Object.entries(REPLACEMENTS))(`${where}, by %s`, { timeout: 120_000 }, async (_name, by) => {
      const found: Record<string, string[]> = {}
      const names = tried(where, by)
      for (let from = 0; from < names.length; from += BATCH) {
        Object.assign(found, await complaints(names.slice(from, from + BATCH), where, by))
      }
      expect(found).toEqual({})
      expect(NAMES.length).toBeGreaterThan(400)
    })
  }

  it('is found out by programs that do it', async () => {
    const found = await complaints(['Math.cosh', 'Nothing.of'], 'at the top', 'null')
    expect(Object.keys(found)).toEqual(['Nothing.of'])
  })
})

/** What people see of a log; which lines ran is not the same where the statement stands. */
function told(log: readonly Event[]): string {
  return JSON.stringify(log.filter(({ type }) => type !== 'lines-ran'))
}
