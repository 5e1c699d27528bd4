import { describe, expect, it } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import type { EventOf } from '@/lib/engine/trace/event'
import { alice, app, bodies, log, only, visit } from '@/lib/runtime/test-support'

const go = [alice, visit('http://localhost:9090/')]
/** A route on line 3 of `server.js`. */
const route = (body: string) => app(`app.get('/', (req, res) => { ${body} })`)

type Fault = EventOf<'fault'>
type Expected = {
  fault: Fault['fault']
  line?: number
  file?: string
  message?: RegExp
  exits?: boolean
  failure?: string
}

/** Each fault of student code, what must be said of it, and whether the process ends of it. */
const FAULTS: Record<string, [program: string | Record<string, string>, story: readonly Action[], Expected]> = {
  'a syntax error': [
    'const a = 1\nconst b = ;\n',
    go,
    { fault: 'syntax-error', line: 2, exits: true, failure: 'connection-refused' },
  ],
  'a syntax error in another file': [
    { 'server.js': "require('./lib/a')", 'lib/a.js': '\nlet x x' },
    go,
    { fault: 'syntax-error', file: 'lib/a.js', line: 2, exits: true },
  ],
  'a throw at start-up': [
    'const a = 1\nnull.x\n',
    go,
    {
      fault: 'start-error',
      line: 2,
      message: /TypeError: Cannot read properties of null/,
      exits: true,
      failure: 'connection-refused',
    },
  ],
  'a throw of something that is no Error': [
    "throw 'text'",
    go,
    { fault: 'start-error', line: 1, message: /^text$/, exits: true },
  ],
  'require of what is not offered': [
    "\nrequire('mongoose')",
    go,
    { fault: 'module-not-found', line: 2, message: /mongoose.*express-session/s, exits: true },
  ],
  'require of a file that is not there': [
    "require('./nothing')",
    go,
    { fault: 'module-not-found', line: 1, message: /\.\/nothing/, exits: true },
  ],
  'an import statement': [
    "import express from 'express'",
    go,
    { fault: 'syntax-error', line: 1, message: /CommonJS/, exits: true },
  ],
  'a throw in a handler': [
    route("throw new Error('oops')"),
    go,
    { fault: 'handler-error', line: 3, message: /oops/, exits: false },
  ],
  'a rejection in an async handler': [
    app("app.get('/', async (req, res) => { await null\nthrow new Error('late') })"),
    go,
    { fault: 'handler-error', line: 4, message: /late/, exits: false },
  ],
  'next(error)': [
    app("app.get('/', (req, res, next) => next(new Error('given')))"),
    go,
    { fault: 'handler-error', line: 3, exits: false },
  ],
  'a throw in a timer': [
    route("setTimeout(() => { throw new Error('timer') }, 10)"),
    go,
    { fault: 'uncaught-error', line: 3, message: /timer/, exits: true, failure: 'connection-reset' },
  ],
  'an unhandled rejection': [
    route("Promise.reject(new Error('nobody'))"),
    go,
    { fault: 'unhandled-rejection', line: 3, message: /nobody/, exits: true, failure: 'connection-reset' },
  ],
  'an endless loop at start-up': [
    'let n = 0\nfor (;;)\n  n++',
    go,
    { fault: 'endless-loop', line: 2, exits: true, failure: 'connection-refused' },
  ],
  'an endless loop in a handler': [
    route('while (true) {}'),
    go,
    { fault: 'endless-loop', line: 3, exits: true, failure: 'connection-reset' },
  ],
  'an endless loop that catches': [
    route('for (;;) { try { for (;;) {} } catch {} }'),
    go,
    { fault: 'endless-loop', line: 3, exits: true },
  ],
  'an endless loop over await': [
    route('(async () => { while (true) await null })()'),
    go,
    { fault: 'endless-loop', line: 3, exits: true },
  ],
  'endless recursion': [
    route('const f = () => f() + 1; f()'),
    go,
    { fault: 'endless-recursion', line: 3, exits: false },
  ],
  'endless recursion at start-up': [
    'function f() {\n  f()\n}\nf()',
    go,
    { fault: 'endless-recursion', line: 1, exits: true },
  ],
  'endless microtasks': [
    route('const f = () => Promise.resolve().then(f); f()'),
    go,
    { fault: 'too-many-callbacks', exits: true },
  ],
  'endless ticks': [
    route('const f = () => process.nextTick(f); f()'),
    go,
    { fault: 'too-many-callbacks', exits: true },
  ],
  'endless immediates': [
    route('const f = () => setImmediate(f); f()'),
    go,
    { fault: 'too-many-callbacks', exits: true },
  ],
  'endless timers': [
    app("const f = () => setTimeout(f, 0); f()\napp.get('/', () => {})"),
    [alice, { type: 'clock', advance: 86_400_000 }],
    { fault: 'too-many-callbacks', line: 3, exits: true },
  ],
  'a memory bomb of arrays': [
    route('const all = []; while (true) all.push(new Array(1e6).fill(0))'),
    go,
    { fault: 'out-of-memory', line: 3, exits: true },
  ],
  'a memory bomb of buffers': [
    route('const all = []; for (;;) all.push(Buffer.alloc(1e7))'),
    go,
    { fault: 'out-of-memory', line: 3, exits: true },
  ],
  'a memory bomb of doubling arrays': [
    route('let a = [1]; for (;;) a = [...a, ...a]'),
    go,
    { fault: 'out-of-memory', line: 3, exits: true },
  ],
  'a memory bomb of strings': [
    route("const all = []; for (;;) all.push('x'.repeat(1e7))"),
    go,
    { fault: 'out-of-memory', line: 3, exits: true },
  ],
  'a huge response': [
    route("res.send('x'.repeat(2e7))"),
    go,
    { fault: 'response-too-large', line: 3, exits: false, failure: 'connection-reset' },
  ],
  'a handler that never answers': [
    route('let waiting = true'),
    go,
    { fault: 'never-answered', line: 3, exits: false, failure: 'timed-out' },
  ],
  'an answer given twice': [
    route("res.send('one'); res.send('two')"),
    go,
    { fault: 'answered-twice', line: 3, exits: false },
  ],
  'two servers on one port': [
    `${app('')}\nrequire('http').createServer().listen(9090)`,
    go,
    { fault: 'port-in-use', message: /9090/, exits: true },
  ],
  'no listen at all': [
    "const express = require('express')\nconst app = express()",
    go,
    { fault: 'not-listening', exits: true, failure: 'connection-refused' },
  ],
  'a flood of output': [
    route("for (let i = 0; i < 5000; i++) console.log(i); res.send('ok')"),
    go,
    { fault: 'too-much-output', line: 3, exits: false },
  ],
}

describe('a fault of student code is said plainly', () => {
  it.each(Object.entries(FAULTS))('%s', async (_name, [program, story, expected]) => {
    const events = await log(program, story)
    const faults = only(events, 'fault')
    const fault = faults.find((candidate) => candidate.fault === expected.fault)
    expect(faults.map((one) => one.fault)).toContain(expected.fault)
    expect(fault?.message).not.toBe('')
    if (expected.message) expect(fault?.message).toMatch(expected.message)
    if (expected.line) expect(fault?.place).toMatchObject({ file: expected.file ?? 'server.js', line: expected.line })
    expect(only(events, 'process-exited').length).toBe(expected.exits ? 1 : 0)
    if (expected.failure) expect(only(events, 'exchange-failed')[0]?.failure).toBe(expected.failure)
  })
})

describe('process.exit', () => {
  it('ends the process at once, also inside try', async () => {
    const events = await log(
      route("try { process.exit(3) } catch {} finally { console.log('after') } res.send('no')"),
      go,
    )
    expect(only(events, 'process-exited')).toMatchObject([{ code: 3, cause: 'exit' }])
    expect(only(events, 'exchange-failed')).toMatchObject([{ failure: 'connection-reset' }])
    expect(only(events, 'console')).toEqual([])
    expect(only(events, 'fault')).toEqual([])
  })
})

describe('an uncaughtException listener', () => {
  it('keeps the process alive, but not past a limit', async () => {
    const listen = "process.on('uncaughtException', (e) => console.log('caught', e.message));"
    const kept = await log(listen + route("setTimeout(() => { throw new Error('x') }, 1); res.send('ok')"), [
      ...go,
      { type: 'clock', advance: 10 },
    ])
    expect(only(kept, 'console').map(({ text }) => text)).toEqual(['caught x\n'])
    expect(only(kept, 'process-exited')).toEqual([])
    expect(only(await log(listen + route('for (;;) {}'), go), 'process-exited')).toHaveLength(1)
  })
})

describe('after a fault', () => {
  it('a restart starts clean, with a whole budget', async () => {
    const events = await log(
      app("let n = 0\napp.get('/', (req, res) => { if (req.query.loop) for (;;); res.send('visit ' + ++n) })"),
      [alice, visit('/?loop=1'), { type: 'restart' }, visit('http://localhost:9090/')],
    )
    expect(bodies(events)[1]).toBe('visit 1')
  })

  it('the next requests find the port closed', async () => {
    const events = await log(route('for (;;);'), [...go, visit('http://localhost:9090/')])
    expect(only(events, 'exchange-failed').map(({ failure }) => failure)).toEqual([
      'connection-reset',
      'connection-refused',
    ])
  })
})
