import { createContext, runInContext } from 'node:vm'
import { Buffer } from 'buffer/'
import { describe, expect, it } from 'vitest'
import { boundBuffer, boundBuiltins } from '@/lib/runtime/instrument/bounded-builtins'

/** A realm of its own whose built-ins ask before they take more than `limit` bytes in all. */
function realm(limit = 1_000_000, beside: (run: (code: string) => unknown) => void = () => {}) {
  let taken = 0
  const context = createContext({ structuredClone })
  const run = (code: string): unknown => runInContext(code, context)
  const global: typeof globalThis = runInContext('globalThis', context)
  boundBuiltins(global, (bytes) => {
    taken += bytes
    beside(run)
    if (taken > limit) throw new Error('too much')
  })
  return { run, taken: () => taken }
}

/** What a realm of its own without bounds makes of a piece of code. */
function unbounded(code: string): unknown {
  return runInContext(code, createContext({ structuredClone }))
}

describe('memory bombs are met before memory is taken', () => {
  it.each([
    ['small texts in a loop', "const all = []; for (;;) all.push('x'.repeat(16000))"],
    ['doubling by concat', 'let a = [1]; for (;;) a = a.concat(a)'],
    ['an array-like without end', 'Array.from({ length: 2 ** 32 })'],
    ['an array of a length it never had', 'const a = []; a.length = 2e8; a.fill(0)'],
    ['holes joined', "const a = []; a.length = 4e9; a.join('')"],
    ['a text cut into letters', "for (;;) 'abcdefgh'.split('')"],
    ['clones', 'const a = [1, 2, 3]; for (;;) structuredClone(a)'],
    ['padding', "'x'.padEnd(2 ** 28)"],
    ['padding at the start', "'x'.padStart('268435456')"],
    ['through call and apply', 'Array.prototype.fill.call({ length: 2 ** 40 }, 0)'],
  ])('%s', (_name, code) => {
    const { run } = realm()
    expect(() => run(code)).toThrow('too much')
  })

  it('a long text before it is split', () => {
    const { run, taken } = realm(2_000_000)
    run("globalThis.s = 'x'.repeat(1_000_001)")
    expect(() => run("s.split('')")).toThrow('too much')
    expect(taken()).toBe(1_000_001 + 8 * 1_000_001)
  })
})

describe('bytes are counted', () => {
  it.each([
    ["'ab'.repeat(10)", 20],
    ["'ab'.repeat(0)", 0],
    ["'ab'.padStart(5)", 5],
    ['[1, 2].concat([3], 4, "text")', 8 * (2 + 1 + 1 + 4)],
    ['Array.from([1, 2, 3])', 24],
    ['Array.from("abc", (x) => x)', 24],
    ["'a,b,c'.split(',')", 24],
    ["'x'.repeat(1_000_001).split('xx', 5)", 1_000_001 + 8 * 5],
    ["'abc'.split()", 8],
    ['[1, 2, 3].join("-")', 3],
  ])('%s', (code, bytes) => {
    const { run, taken } = realm(10_000_000)
    run(code)
    expect(taken()).toBe(bytes)
  })

  it('also when a program took iteration away', () => {
    const { run, taken } = realm()
    run('delete Array.prototype[Symbol.iterator]; delete Array.prototype.reduce; Math.min = null')
    expect(run("[1].concat([2]).length + 'a,b'.split(',').length + 'x'.repeat(2)")).toBe('4xx')
    expect(taken()).toBe(16 + 16 + 2)
  })

  it('not while the answer is worked out', () => {
    const { run, taken } = realm(100, (inside) => void inside("'x'.repeat(50)"))
    run("'x'.repeat(60)")
    expect(taken()).toBe(60)
  })
})

describe('the built-ins stay what they were', () => {
  it.each([
    '[[].concat, "".split, Array.from].map((f) => [f.name, f.length, String(f).includes("[native code]")]).join()',
    'JSON.stringify(Object.getOwnPropertyDescriptor(Array, "from")) + Object.keys(Array.prototype) + Object.keys(String.prototype)',
    '[].constructor === Array && Array.from === Array["from"] && !("prototype" in [].fill)',
    'JSON.stringify(Array.from({ length: 3 }, (_, i) => i * 2))',
    'class A extends Array {}; A.from([1, 2]) instanceof A && new A(1, 2).concat([3]) instanceof A',
    'JSON.stringify(Array.from(new Map([[1, 2]])) + Array.from(new Set([3])) + Array.from(new Uint8Array(2)))',
    'let reads = 0; Array.from({ get length() { reads++; return 2 } }); reads',
    'let asked = 0; "x".repeat({ valueOf() { asked++; return 2 } }) + asked',
    'JSON.stringify(["a1b2".split(/\\d/), "abc".split("", 2), "a-b".split("-", undefined), "abc".split(), "a".split(null)])',
    'let text; try { "x".repeat(-1) } catch (error) { text = String(error) }; text',
    'let text; try { Array.prototype.fill.call(null) } catch (error) { text = String(error) }; text',
    'let text; try { new [].concat() } catch (error) { text = String(error) }; text',
    'JSON.stringify([new Array(3).fill(7), [1, [2]].concat([[3]], 4), [1, null, [2, 3]].join("+")])',
  ])('%s', (code) => {
    expect(realm().run(code)).toEqual(unbounded(code))
  })
})

describe('the Buffer of npm', () => {
  let taken = 0
  boundBuffer(Buffer, (bytes) => {
    taken += bytes
  })
  const bytesOf = (make: () => unknown): number => {
    taken = 0
    make()
    return taken
  }

  it.each([
    ['alloc', () => Buffer.alloc(5), 5],
    ['allocUnsafe', () => Buffer.allocUnsafe(6), 6],
    ['allocUnsafeSlow', () => Buffer.allocUnsafeSlow(7), 7],
    ['from a text', () => Buffer.from('abc'), 27],
    ['from bytes', () => Buffer.from([1, 2, 3]), 0],
    ['concat', () => Buffer.concat([Buffer.from([1]), Buffer.from([2])]), 2],
    ['nothing', () => Buffer.alloc(0), 0],
  ])('%s', (_name, make, bytes) => {
    expect(bytesOf(make)).toBe(bytes)
  })
})
