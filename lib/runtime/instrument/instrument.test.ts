import { Script } from 'node:vm'
import { describe, expect, it } from 'vitest'
import type { Hooks } from '@/lib/runtime/instrument/hooks'
import { instrument } from '@/lib/runtime/instrument/instrument'

type Body = (print: (...values: unknown[]) => void, hooks?: Hooks) => void

function compile(code: string, hooks = '__b'): Body {
  return new Script(`(function (print, ${hooks}) {${code}\n})`).runInThisContext()
}

function ready(source: string, watch: readonly string[] = []) {
  const made = instrument(source, 'server.js', watch)
  if ('mistake' in made) throw new Error(made.mistake.message)
  return made
}

/** Hooks that only take notes. */
function spy() {
  const lines: number[] = []
  const steps: number[] = []
  const watched = new Map<string, () => unknown>()
  let context = 0
  const hooks: Hooks = {
    l: (line) => void lines.push(line),
    s: (line) => void steps.push(line),
    c: () => context,
    r: (token, value) => {
      context = Number(token)
      return value
    },
    i: async (name) => ({ imported: name }),
    w: (name, read) => void watched.set(name, read),
    n: (length) => length,
    a: (spread) => spread,
  }
  return {
    hooks,
    lines,
    steps,
    watched,
    setContext(value: number) {
      context = value
    },
    getContext: () => context,
  }
}

/** Programs in which a clumsy transform would change the meaning. Each prints. */
const CORPUS: Record<string, string> = {
  'ASI and continuation lines':
    'let a = 1\nlet b = a\n++b\nconst f = function () { return 1 }\n;[1, 2].forEach((x) => print(x))\nprint(a, b, f())',
  'return with a newline': 'function f() { return\n1 }\nprint(f())',
  'do-while without semicolon': 'let i = 0\ndo i++; while (i < 3) print(i)',
  'bodies without braces':
    'for (let i = 0; i < 2; i++) if (i) print("odd"); else print("even")\nlet n = 3; while (n) n--\nprint(n)',
  'dangling else': 'for (const x of [0, 1, 2]) if (x) if (x > 1) print("big"); else print("small")',
  'else if chains': 'for (const x of [0, 1, 2]) if (x === 0) print(0)\nelse if (x === 1) print(1)\nelse print("more")',
  'empty bodies': 'for (let i = 0; i < 3; i++);\nif (1);\nwhile (false);\nfunction f() {}\nprint(f(), (() => {})())',
  'labels, break and continue':
    'outer: for (let i = 0; i < 3; i++) { for (;;) { if (i === 1) continue outer; break } print(i) }\nblock: { print("in"); break block }',
  'switch with fall through':
    'for (const x of [1, 2, 3]) switch (x) { case 1: print("one"); case 2: print("two"); break; default: print("other") }',
  'strict directive stays first':
    '"use strict"\nfunction f() { "use strict"; return this }\nprint(f(), (function () { return this })())',
  'sloppy this': 'print(typeof (function () { return this })())',
  'arrows of every kind':
    'const a = (x) => x + 1, b = x => ({ x }), c = () => (1, 2), d = async () => 1, e = () => () => 3\nprint(a(1), b(2), c(), e()(), d() instanceof Promise)',
  'arrow in default and with a comment': 'const f = (g = (x) => x * 2) /* => */ => /* => */ g(4)\nprint(f())',
  'arrow body on the next line': 'const f = (x) =>\n  x + 1\nprint(f(1))',
  'arrow returning a conditional with arrows': 'const f = (x) => x ? (y) => y : (y) => -y\nprint(f(1)(2), f(0)(2))',
  'names of functions':
    'const f = () => {}, g = async (x) => x, o = { m() {}, get x() { return 1 }, ["c" + 1]: () => {} }\nprint(f.name, g.name, o.m.name, o.c1.name, o.x, f.length, g.length)',
  classes:
    'class A { #p = 1; static s = [1].map((x) => x + 1); static { this.t = 2 } constructor() { this.v = this.#p } get g() { return this.v } *gen() { yield 1 } }\nclass B extends A { constructor() { super(); this.w = 1 } }\nprint(A.s, A.t, new B().g, new B().w, [...new A().gen()])',
  generators:
    'function* g() { const x = yield 1; print("got", x); yield* [2, 3] }\nconst i = g(); print(i.next().value, i.next("v").value, [...i])',
  hoisting:
    'print(typeof hoisted); print(typeof v); var v = 1; function hoisted() {} { function inBlock() {} } print(typeof inBlock)',
  'temporal dead zone': 'try { x } catch (e) { print(e.name) } let x = 1; print(x)',
  'closures in loops':
    'const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); var gs = []; for (var j = 0; j < 3; j++) gs.push(() => j)\nprint(fs.map((f) => f()), gs.map((g) => g()))',
  'for in, of, destructuring, defaults':
    'for (const k in { a: 1, b: 2 }) print(k)\nfor (const [a, { b = 5 }] of [[1, {}]]) print(a, b)\nconst { x, ...rest } = { x: 1, y: 2 }; print(x, rest)',
  'try, catch without binding, finally':
    'function f() { try { throw 1 } catch { return "c" } finally { print("f") } }\nprint(f())',
  'comma, void, in, optional chaining, nullish, exponent':
    'let o = { a: { b: 1 } }; print((1, 2), void 0, "a" in o, o?.a?.b, o.z?.b, null ?? 3, 2 ** 3); o.n ??= 4; print(o.n)',
  'templates and tagged templates':
    'const t = (s, ...v) => s.raw.join("|") + v.join(",")\nprint(t`a${1}b${(() => 2)()}c`, `x${`y${1}`}`)',
  'regular expressions and division': 'const a = 4, g = 2\nprint(a / g / 1, /a\\/b/g.test("a/b"))',
  'getters, setters, computed':
    'const o = { get [`k`]() { return 1 }, set v(x) { print("set", x) } }; o.v = 3; print(o.k)',
  'new.target, arguments, spread':
    'function F() { print(new.target === F, arguments.length) } new F(...[1, 2]); F(1)\nprint([...[1], ...[2]], Math.max(...[1, 5]))',
  'typed arrays and Array(n)':
    'print(new Array(3).length, Array(2).length, new Uint8Array(4).length, "ab".repeat(2), "x".padStart(3), new Array(1, 2).length)',
  'sequences where lengths and spreads are counted':
    'print(Array((1, 2)).length, "ab".repeat((1, 2)), [...([1], [2, 3])])',
  'html comments and unicode': 'const 名 = "顾客😀"; print(名)\nlet \\u0061b = 1; print(ab)',
  'eval sees locals': 'const secret = 7; print(eval("secret"))',
  'a hook-like name in the source': 'const __b = 1, __c = 2; print(__b + __c)',
}

describe('instrumented code means the same', () => {
  it.each(Object.entries(CORPUS))('%s', (_name, source) => {
    const plain: unknown[][] = []
    const marked: unknown[][] = []
    compile(source, 'unused$')((...values) => void plain.push(values))
    const { code, hooks } = ready(source)
    compile(code, hooks)((...values) => void marked.push(values), spy().hooks)
    expect(marked).toEqual(plain)
    expect(plain.length).toBeGreaterThan(0)
    expect(code.split('\n').length).toBe(source.split('\n').length)
  })

  it('over asynchronous code', async () => {
    const source = `const wait = (x) => new Promise((r) => setTimeout(r, 0, x))
const run = async () => {
  print(await wait(1)); try { await Promise.reject(new Error('no')) } catch (e) { print(e.message) } finally { print(await 'f') }
  for await (const x of [wait(2), 3]) print(x)
  for await (const x of (async function* () { yield await wait(4); yield 5 })()) print(x)
  print(await (async () => ({ v: await wait(6) }))(), await (async (x) => await x)(7)); return -await 8
}
done(run())`
    const outputs = await Promise.all(
      [source, ready(source).code].map(async (code) => {
        const printed: unknown[] = []
        const body = new Script(`(function (print, done, setTimeout, __b) {${code}\n})`).runInThisContext()
        let result: unknown
        body(
          (value: unknown) => printed.push(value),
          (promise: unknown) => (result = promise),
          setTimeout,
          spy().hooks,
        )
        return [printed, await result]
      }),
    )
    expect(outputs[1]).toEqual(outputs[0])
    expect(outputs[0]?.[0]).toHaveLength(8)
  })
})

describe('what the hooks are told', () => {
  it('each statement by its own line, only when it runs', () => {
    const { hooks, lines } = spy()
    compile(ready('print(1)\nif (false)\n  print(2)\nelse\n  print(3)\nvoid [1].map((x) =>\n  print(x))').code)(
      () => {},
      hooks,
    )
    expect(lines).toEqual([1, 2, 5, 6, 7])
  })

  it('each turn of a loop and each call', () => {
    const { hooks, steps } = spy()
    compile(ready('function f() {}\nfor (let i = 0; i < 3; i++)\n  f()\nvoid [1, 2].forEach((x) => x)').code)(
      () => {},
      hooks,
    )
    expect(steps.filter((line) => line === 2)).toHaveLength(3)
    expect(steps.filter((line) => line === 1)).toHaveLength(3)
    expect(steps.filter((line) => line === 4)).toHaveLength(2)
  })

  it('the context of an async function after each await, also a rejected one', async () => {
    const { hooks, setContext, getContext } = spy()
    const seen: number[] = []
    const body = compile(
      ready(
        `const f = async () => { await 1; print(); try { await Promise.reject(1) } catch { print() } for await (const x of [1]) print() }\nf()`,
      ).code,
    )
    setContext(5)
    body(() => void seen.push(getContext()), hooks)
    for (let n = 0; n < 20; n++) {
      setContext(9)
      await null
    }
    expect(seen).toEqual([5, 5, 5])
  })

  it('watched variables that are declared at the top, readable once they are', () => {
    const { hooks, watched } = spy()
    const source = "'use strict'\nprint()\nlet sessions = { a: 1 }\nfunction f() { let inner }"
    let early: unknown
    compile(ready(source, ['sessions', 'inner', 'absent']).code)(() => {
      try {
        watched.get('sessions')?.()
      } catch (error) {
        early = error
      }
    }, hooks)
    expect([...watched.keys()]).toEqual(['sessions'])
    expect(early).toBeInstanceOf(ReferenceError)
    expect(watched.get('sessions')?.()).toEqual({ a: 1 })
  })

  it.each([
    ['if (1) { var sessions = 1 }', true],
    ['for (var { a: [sessions = 2] } of []) ;', true],
    ['try { } catch { switch (1) { case 1: var sessions } }', true],
    ['class sessions {}', true],
    ['{ let sessions }', false],
    ['(function () { var sessions })()', false],
    ['class A { static { var sessions } }', false],
    ['let { sessions: other } = {}', false],
  ])('of %j whether it declares the variable: %s', (source, declares) => {
    const { hooks, watched } = spy()
    compile(ready(source, ['sessions']).code)(() => {}, hooks)
    expect(watched.has('sessions')).toBe(declares)
  })

  it('dynamic imports', async () => {
    let imported: unknown
    compile(ready("print(import('express'))").code)((promise) => (imported = promise), spy().hooks)
    expect(await imported).toEqual({ imported: 'express' })
  })
})

describe('syntax errors', () => {
  it.each([
    ['const a = ;', 1, 11, "Unexpected token ';'"],
    ['let a b2', 1, 7, "Unexpected token 'b2'"],
    ['\n\nfunction (', 3, 10, "Unexpected token '('"],
    ['if (a) {\n', 2, 1, 'Unexpected end of the file'],
    ["'use strict'\nconst fs = 1, module = 2", 2, 15, "Identifier 'module' has already been declared"],
    ['const { require } = {}', 1, 9, "Identifier 'require' has already been declared"],
    ['let a; let a', 1, 12, "Identifier 'a' has already been declared"],
    ['import x from "x"', 1, 1, 'CommonJS'],
    ['await x', 1, 7, 'await is only valid in async functions'],
    ['`abc', 1, 2, 'Unterminated template'],
  ])('%j at %i:%i', (source, line, column, words) => {
    const made = instrument(source, 'server.js', [])
    expect(made).toMatchObject({ mistake: { place: { file: 'server.js', line, column } } })
    if ('mistake' in made) expect(made.mistake.message).toContain(words)
  })
})
