import { beforeAll, describe, expect, it } from 'vitest'
import { inWorker } from '@/lib/runtime/isolation/test-support'

/** In a worker in which Node 24 has put on the global object, for good, what it puts there when `Response` is first read. */
function settled(body: string): Promise<unknown> {
  return inWorker(`void globalThis.Response\n${body}`)
}

/** What a program does to the built-ins, and an expression that is true again once that is undone. */
const POLLUTIONS: Record<string, { pollute: string; clean: string }> = {
  'a session that is Object.prototype': {
    pollute: `const sessions = {}; sessions['__proto__'].balance = NaN`,
    clean: `!('balance' in {})`,
  },
  'a replaced method': { pollute: `JSON.parse = () => 1`, clean: `JSON.parse('3') === 3` },
  'a deleted method': { pollute: `delete Array.prototype.map`, clean: `[1].map(String)[0] === '1'` },
  'another then': { pollute: `Promise.prototype.then = function () {}`, clean: `Promise.prototype.then.length === 2` },
  'new globals': {
    pollute: `leaked = 1; globalThis[Symbol.for('leaked')] = 1`,
    clean: `typeof leaked === 'undefined' && !(Symbol.for('leaked') in globalThis)`,
  },
  'replaced and deleted globals': {
    pollute: `Map = Set; delete globalThis.Set; undefinedNot = 1; escape = null`,
    clean: `Map.name === 'Map' && Set.name === 'Set' && escape(' ') === '%20'`,
  },
  'another iterator of arrays': {
    pollute: `Array.prototype[Symbol.iterator] = function* () { yield 'mine' }`,
    clean: `[...[1]][0] === 1`,
  },
  'a prototype without a name': {
    pollute: `Object.getPrototypeOf([].values()).next = () => ({ done: true }); Object.getPrototypeOf(async () => {}).mine = 1`,
    clean: `[...[1]].length === 1 && !('mine' in (async () => {}))`,
  },
  'another prototype': {
    pollute: `Object.setPrototypeOf(Array.prototype, { mine: 1 }); Object.setPrototypeOf(Map, null)`,
    clean: `!('mine' in []) && typeof Map.call === 'function'`,
  },
  'prototypes turned upside down': {
    pollute: `const TypedArray = Object.getPrototypeOf(Int8Array)
      Object.setPrototypeOf(Int8Array.prototype, null); Object.setPrototypeOf(TypedArray.prototype, Int8Array.prototype)
      Object.setPrototypeOf(TypeError.prototype, null); Object.setPrototypeOf(Error.prototype, TypeError.prototype)`,
    clean: `new Int8Array([1]).includes(1) && new TypeError('x') instanceof Error && !(new Error('x') instanceof TypeError)`,
  },
  'an accessor that borrows its value from Object.prototype': {
    pollute: `const { parseInt } = globalThis
      Object.defineProperty(globalThis, 'parseInt', { get: undefined, set: undefined, enumerable: false })
      Object.prototype.value = parseInt; Object.prototype.writable = true`,
    clean: `parseInt('7') === 7`,
  },
  'an addition that stands where the list of keys ends': {
    pollute: `Array.prototype[Reflect_ownKeys(Object.prototype).length] = 'mine'; Object.prototype.mine = 1`,
    clean: `!('mine' in {})`,
  },
  'an element of Array.prototype': {
    pollute: `Array.prototype.push('mine'); Array.prototype[7] = 'mine'`,
    clean: `[,][0] === undefined && Array.prototype.length === 0`,
  },
  'setters for indices': {
    pollute: `for (const owner of [Object.prototype, Array.prototype]) for (let i = 0; i < 9; i++)
      Object.defineProperty(owner, i, { set() {}, get() { return 'mine' }, configurable: true }); JSON.parse = 1`,
    clean: `[,][0] === undefined && JSON.parse('[4]')[0] === 4`,
  },
  'fields of descriptors on Object.prototype': {
    pollute: `Object.assign(Object.prototype, { get: () => 'mine', set: 1, value: 2, writable: true, configurable: false });
      Math.max = null; delete Object.getPrototypeOf(Int8Array.prototype).length`,
    clean: `!('get' in {}) && Math.max(1, 2) === 2 && new Int8Array(3).length === 3`,
  },
  'an accessor in place of a value': {
    pollute: `Object.defineProperty(Math, 'PIish', { get: () => 3 , configurable: true });
      Object.defineProperty(JSON, 'parse', { get: () => () => 'mine' })`,
    clean: `!('PIish' in Math) && JSON.parse('1') === 1`,
  },
  'the restorer’s own tools': {
    pollute: `for (const owner of [Reflect, Object, RegExp.prototype, Function.prototype, Array.prototype])
      for (const key of Reflect_ownKeys(owner)) try { if (key !== 'constructor') owner[key] = () => { throw 'mine' } } catch {}`,
    clean: `Reflect.has({ a: 1 }, 'a') && Object.keys({ a: 1 })[0] === 'a' && /a/.test('a') && [1].includes(1)`,
  },
  'the last match of a regular expression': {
    pollute: `/(secret)/.exec('a secret')`,
    clean: `RegExp.$1 === '' && RegExp.input === ''`,
  },
  'the length of stack traces': {
    pollute: `Error.stackTraceLimit = 0; Error.prepareStackTrace = () => 'mine'`,
    clean: `/at /.test(new Error('x').stack)`,
  },
}

describe('restore undoes', () => {
  let outcomes: unknown
  beforeAll(async () => {
    outcomes = await settled(`
      globalThis.Reflect_ownKeys = Reflect.ownKeys
      const snapshot = isolation.snapshotIntrinsics(globalThis)
      const { defineProperty, ownKeys } = Reflect, evaluate = eval
      const cases = ${JSON.stringify(POLLUTIONS)}
      const names = ownKeys(cases)
      const outcomes = {}
      for (let i = 0; i < names.length; i++) {
        const name = names[i], { pollute, clean } = cases[name]
        snapshot.restore()
        const before = evaluate(clean)
        let polluted
        evaluate('{' + pollute + '}')
        try { polluted = !evaluate(clean) } catch { polluted = true }
        const stuck = snapshot.restore()
        outcomes[name] = { before, polluted, stuck, after: evaluate(clean) }
      }
      return outcomes`)
  })

  it.each(Object.keys(POLLUTIONS))('%s', (name) => {
    expect(outcomes).toHaveProperty([name], { before: true, polluted: true, stuck: [], after: true })
  })
})

describe('restore', () => {
  it('leaves every reachable object exactly as it was, whatever was done to it', async () => {
    const differences = await settled(`
      const { survey, snapshotIntrinsics } = isolation
      const roots = new Map([['', globalThis]])
      const snapshot = snapshotIntrinsics(globalThis)
      const before = survey(roots)
      const { defineProperty, deleteProperty, setPrototypeOf, ownKeys, getOwnPropertyDescriptor } = Reflect
      const { is } = Object
      let state = 1
      const below = (n) => ((state = (state * 48271) % 2147483647) % n)
      let changes = 0
      for (let round = 0; round < 30; round++) {
        for (let i = 0; i < 200; i++) {
          const { object, keys } = before[below(before.length)]
          const key = keys.length > 0 ? keys[below(keys.length)] : 'x'
          switch (below(5)) {
            case 0: changes += deleteProperty(object, key) ? 1 : 0; break
            case 1: changes += defineProperty(object, key, { __proto__: null, value: i, configurable: true }) ? 1 : 0; break
            case 2: changes += defineProperty(object, 'new' + i, { __proto__: null, get: () => i, configurable: true }) ? 1 : 0; break
            case 3: changes += defineProperty(object, key, { __proto__: null, enumerable: true, configurable: true }) ? 1 : 0; break
            case 4: changes += object !== globalThis && setPrototypeOf(object, null) ? 1 : 0; break
          }
        }
        const stuck = snapshot.restore()
        if (stuck.length > 0) return stuck
      }
      const after = survey(roots)
      const differences = []
      const known = new Map(before.map((then) => [then.object, then]))
      after.forEach((now) => {
        const then = known.get(now.object)
        const same = then && now.prototype === then.prototype && now.extensible === then.extensible &&
          now.keys.length === then.keys.length && now.keys.every((key, k) => {
            // Around a property that nobody can delete, the order of keys can't be had back.
            const at = then.properties.every((property) => property.configurable) ? k : then.keys.indexOf(key)
            return key === then.keys[at] && ['value', 'get', 'set', 'writable', 'enumerable', 'configurable']
              .every((field) => is(now.properties[k][field], then.properties[at][field]))
          })
        if (!same) differences.push(now.path)
      })
      if (after.length !== before.length) differences.push('other objects')
      return { changes: changes > 3000, differences }`)
    expect(differences).toEqual({ changes: true, differences: [] })
  })

  it.each([
    ['a frozen built-in', 'Object.freeze(Array.prototype)', ['Array.prototype']],
    [
      'a property that nobody can delete',
      `Object.defineProperty(Object.prototype, 'x', { value: 1 })`,
      ['Object.prototype.x'],
    ],
    [
      'a value that nobody can change',
      `Object.defineProperty(JSON, 'parse', { value: 1, configurable: false, writable: false })`,
      ['JSON.parse'],
    ],
    [
      'a field of descriptors that nobody can delete',
      `Object.defineProperty(Object.prototype, 'get', { value: 1 }); delete Object.prototype.toString`,
      ['Object.prototype.get'],
    ],
    [
      'an index that swallows what is assigned to it',
      `Object.defineProperty(Object.prototype, 0, { set() {} })`,
      ['Object.prototype.0'],
    ],
  ])('reports %s', async (_name, pollute, expected) => {
    const stuck = await settled(`const snapshot = isolation.snapshotIntrinsics(globalThis)
      ;(0, eval)(${JSON.stringify(pollute)})
      const stuck = snapshot.restore(), again = snapshot.restore()
      return JSON.stringify([stuck, again.length])`)
    expect(JSON.parse(String(stuck))[0]).toEqual(expect.arrayContaining(expected))
    expect(JSON.parse(String(stuck))[1]).toBeGreaterThan(0)
  })

  it('looks after objects that are named to it', async () => {
    const result = await settled(`class Shared { method() { return 'ours' } }
      const snapshot = isolation.snapshotIntrinsics(globalThis, { Shared })
      Shared.prototype.method = () => 'theirs'
      const stuck = snapshot.restore()
      return { stuck, says: new Shared().method() }`)
    expect(result).toEqual({ stuck: [], says: 'ours' })
  })

  it('takes less than 3 ms on a clean realm', async () => {
    const fastest = await settled(`const clock = performance, snapshot = isolation.snapshotIntrinsics(globalThis)
      let fastest = Infinity
      for (let i = 0; i < 30; i++) {
        const start = clock.now()
        snapshot.restore()
        fastest = Math.min(fastest, clock.now() - start)
      }
      return fastest`)
    expect(fastest).toBeLessThan(3)
  })
})
