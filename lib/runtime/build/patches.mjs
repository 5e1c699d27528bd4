import { join } from 'node:path'
import { expressSession } from './express-session.mjs'
import { patch } from './plugins.mjs'
import { runtime } from './shared.mjs'

/** Where packages expect something of Node that a world does without, or do something that students should see. */
export const patches = [
  // The port uses timers where Node uses ticks; with a clock that stands still that would be never.
  patch(/fetch-to-node\/dist\/fetch-to-node\/http-outgoing\.js$/, [
    ['setTimeout(finish, 0)', '__env.nextTick(finish)', 1],
    ['setTimeout(connectionCorkNT, 0, ', '__env.nextTick(connectionCorkNT, ', 1],
    ['setTimeout(emitErrorNt, 0, ', '__env.nextTick(emitErrorNt, ', 1],
    ['setTimeout(callback, 0', '__env.nextTick(callback', 2],
  ]),
  patch(/fetch-to-node\/dist\/fetch-to-node\/http-incoming\.js$/, [
    ['setTimeout(onError, 0, ', '__env.nextTick(onError, ', 1],
  ]),
  // Node's errors have a code, and say so in their stack; the port's have only the words.
  patch(/fetch-to-node\/dist\/utils\/errors\.js$/, [
    ['extends Error {', 'extends coded(Error) {', 9],
    ['extends TypeError {', 'extends coded(TypeError) {', 5],
    ['extends RangeError {', 'extends coded(RangeError) {', 1],
    [
      'import util from "node:util";',
      `import util from "node:util"; import { coded } from ${JSON.stringify(join(runtime, 'realm/coded.ts'))};`,
      1,
    ],
  ]),
  // What no handler caught is printed and answered by Express, old and new; students are told as well.
  patch(/express\/lib\/application\.js$/, [
    ["if (this.get('env') !== 'test') console", "__env.handlerFailed(err); if (this.get('env') !== 'test') console", 1],
  ]),
  patch(/express-4\/lib\/application\.js$/, [
    [
      "if (this.get('env') !== 'test') console.error(err.stack",
      "__env.handlerFailed(err); if (this.get('env') !== 'test') console.error(__env.stackOf(err)",
      1,
    ],
  ]),
  // The page of an error shows its stack.
  patch(/finalhandler\/index\.js$/, [['msg = err.stack\n', 'msg = __env.stackOf(err)\n', 1]]),
  // Express looks a template engine up by a name that is known only when it runs.
  patch(/express(-4)?\/lib\/view\.js$/, [['require(mod)', '__env.requireFromProgram(mod)', 1]]),
  // Asked for only where it can matter: `Stats` comes with the disk, which most programs have no need of.
  patch(/etag\/index\.js$/, [
    ["var Stats = require('fs').Stats\n", "var fs = require('fs')\n", 1],
    [
      "if (typeof Stats === 'function' && obj instanceof Stats) {",
      "if (typeof obj === 'object' && !Buffer.isBuffer(obj) && obj instanceof fs.Stats) {",
      1,
    ],
  ]),
  ...expressSession,
  // Half a megabyte of tables for legacy East Asian charsets of request bodies; without them such a body is answered
  // with 415, as for any unknown charset. Forms of today's browsers are UTF-8.
  {
    name: 'iconv-lite without legacy tables',
    setup({ onLoad }) {
      onLoad({ filter: /iconv-lite\/encodings\/dbcs-data\.js$/ }, () => ({
        contents: 'module.exports = {}',
        loader: 'js',
      }))
    },
  },
]

/**
 * Redis clients keep commands of several exchanges in queues of their own and answer them over one connection. Each
 * command remembers on whose behalf it was issued; the client writes it, and calls back, on that behalf.
 */
export const chunkPatches = [
  patch(/redis-3\/lib\/command\.js$/, [
    ['this.callback = callback;', 'this.callback = __env.bind(callback); this.origin = __env.context();', 1],
  ]),
  patch(/redis-3\/index\.js$/, [
    [
      "command_str = '*' + (len + 1)",
      "var origin = __env.resume(command_obj.origin); command_str = '*' + (len + 1)",
      1,
    ],
    ['if (command_obj.call_on_write) {', '__env.resume(origin); if (command_obj.call_on_write) {', 1],
  ]),
  patch(/@redis\/client\/dist\/lib\/client\/commands-queue\.js$/, [
    ['const value = {\n', 'const value = { origin: __env.context(),\n', 1],
    [
      'yield encoded;',
      'const origin = __env.resume(toSend.origin); try { yield encoded } finally { __env.resume(origin) }',
      1,
    ],
    // A worker has no AbortSignal.timeout: that one counts real time.
    ['AbortSignal.timeout(', '__env.abortAfter(', 2],
  ]),
]

/** Consoles print the stacks of errors. */
export const inspectPatch = patch(/node-inspect-extracted\/dist\/inspect\.js$/, [
  [
    'try{n=e.stack}catch{}',
    `try{n=require(${JSON.stringify(join(runtime, 'isolation/node-stacks.ts'))}).stackOf(e)}catch{}`,
    1,
  ],
])
