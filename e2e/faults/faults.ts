/** A program that goes wrong at the first visit at the latest. */
export interface FaultyProgram {
  readonly name: string
  readonly program: string
  /** Whether the program goes wrong before anybody visits it. */
  readonly atStart?: true
  /** What the page says about it. */
  readonly says: string
  /** The file and line that it names. */
  readonly place?: string
  /** What the visitor sees. */
  readonly sees?: string
}

/** A program whose handler, on line 3, is `body`. */
function handler(body: string): string {
  return `const express = require('express')
const app = express()
app.get('/', (req, res) => { ${body} })
app.listen(9090)
`
}

const REFUSED = 'Nothing listens at localhost'
const RESET = 'The server closed the connection before its response was complete'
const SERVER_STOPPED = 'so the server was stopped'

/** Every fault that students' programs are known for, once. */
export const FAULTS: readonly FaultyProgram[] = [
  {
    name: 'a syntax error',
    program: 'const a = 1\nconst b = ;\n',
    atStart: true,
    says: 'The program has a syntax error, so it cannot start.',
    place: 'server.js:2',
    sees: REFUSED,
  },
  {
    name: 'a throw at start-up',
    program: '\nnull.balance\n',
    atStart: true,
    says: 'The program failed while it started.',
    place: 'server.js:2',
    sees: REFUSED,
  },
  {
    name: 'a throw in a handler',
    program: handler("throw new Error('no card')"),
    says: 'Error: no card',
    place: 'server.js:3',
  },
  {
    name: 'a throw in an async handler',
    program: `const express = require('express')
const app = express()
app.get('/', async () => {
  await null
  throw new Error('later')
})
app.listen(9090)
`,
    says: 'Error: later',
    place: 'server.js:5',
  },
  {
    name: 'a throw in a timer',
    program: handler("setTimeout(() => { throw new Error('tick') }, 10)"),
    says: 'An error was thrown and nobody caught it: the server ended.',
    place: 'server.js:3',
    sees: RESET,
  },
  {
    name: 'an unhandled rejection',
    program: handler("Promise.reject(new Error('nobody'))"),
    says: 'A promise was rejected and nobody handled it: the server ended.',
    place: 'server.js:3',
    sees: RESET,
  },
  {
    name: 'an endless loop',
    program: handler('while (true) {}'),
    says: 'A loop did not end, so the server was stopped.',
    place: 'server.js:3',
    sees: RESET,
  },
  {
    name: 'an endless loop at start-up',
    program: 'let n = 0\nfor (;;) n++\n',
    atStart: true,
    says: 'A loop did not end, so the server was stopped.',
    place: 'server.js:2',
    sees: REFUSED,
  },
  {
    name: 'endless recursion',
    program: handler('const f = () => f() + 1; f()'),
    says: 'A function kept calling itself until there was no room left.',
    place: 'server.js:3',
  },
  {
    name: 'endless microtasks',
    program: handler('const f = () => Promise.resolve().then(f); f()'),
    says: SERVER_STOPPED,
    sees: RESET,
  },
  {
    name: 'a memory bomb',
    program: handler('const all = []; while (true) all.push(new Array(1e6).fill(0))'),
    says: 'The program asked for more memory than it may have.',
    place: 'server.js:3',
    sees: RESET,
  },
  {
    name: 'a huge response',
    program: handler("res.send('x'.repeat(2e7))"),
    says: 'The response grew larger than it may.',
    place: 'server.js:3',
    sees: RESET,
  },
  {
    name: 'a handler that never answers',
    program: handler('let waiting = true'),
    says: 'A request was never answered.',
    place: 'server.js:3',
    sees: 'did not answer in 30 seconds',
  },
  {
    name: 'an answer given twice',
    program: handler("res.send('one'); res.send('two')"),
    says: 'A request was answered twice.',
    place: 'server.js:3',
  },
  {
    name: 'process.exit',
    program: handler('process.exit(3)'),
    says: 'The program ended by itself with code 3; nothing listens.',
    sees: RESET,
  },
  {
    name: 'two servers on one port',
    program: `const http = require('http')
http.createServer().listen(9090)
http.createServer().listen(9090)
`,
    atStart: true,
    says: 'Two servers want the same port.',
    sees: REFUSED,
  },
  {
    name: 'no listen at all',
    program: `const express = require('express')\nconst app = express()\n`,
    atStart: true,
    says: 'The program ran to its end and listens on no port.',
    sees: REFUSED,
  },
]
