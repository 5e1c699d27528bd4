// Builds what runs in the worker, ahead of time and apart from the app: the app's bundler can't alias Node's built-ins.
//
//   public/runtime/worker-<hash>.js     the engine and the runtime, and inside of it, as one function that makes
//                                       a fresh instance for every process: Node's built-ins and the packages
//   lib/runtime/generated/assets.json   its address, for the page
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { builtins, internal, packages } from './offered.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const publicFolder = join(root, 'public/runtime')
const generated = join(here, 'generated')

const shared = {
  bundle: true,
  write: false,
  platform: 'neutral',
  target: 'es2022',
  mainFields: ['main', 'module'],
  keepNames: true,
  legalComments: 'none',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
  absWorkingDir: root,
}

/** `node:fs` and `fs` lead to what stands for them. */
const aliases = (name, targets) => ({
  name,
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(node:)?[a-z_]+(\/(promises|types))?$/ }, async ({ path, kind, pluginData }) => {
      const target = targets[path.replace(/^node:/, '')]
      if (!target || pluginData === name) return undefined
      if (target.startsWith('/')) return { path: target }
      return resolve(target, { resolveDir: root, kind, pluginData: name })
    })
  },
})

/** Built-ins that the runtime itself uses, outside of any process. */
const own = Object.fromEntries(
  ['assert', 'events', 'path', 'querystring', 'stream', 'string_decoder', 'url'].map((name) => [name, builtins[name]]),
)
Object.assign(own, { buffer: 'buffer/', util: 'util/' })

/** Parts of memfs that nothing here reaches: snapshots, tree printing, globs, its own streams. They cost start-up time. */
const stubs = (filter) => ({
  name: 'stubs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'stub' }))
    onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
      contents: 'class Unused {}; module.exports = { Readable: Unused, Writable: Unused }',
      loader: 'js',
    }))
  },
})

/**
 * A package that is neither parsed nor evaluated until one of its functions is called: it goes into the bundle as text.
 * The public suffix list takes its time, and localhost needs none of it.
 */
const lazily = (name, functions) => ({
  name: `lazily ${name}`,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: `lazy-${name}` }))
    onLoad({ filter: /.*/, namespace: `lazy-${name}` }, async () => {
      const stdin = { contents: `export { ${functions.join(', ')} } from '${name}'`, resolveDir: root }
      const { outputFiles } = await build({
        ...shared,
        stdin,
        format: 'iife',
        globalName: 'loaded',
        minifyIdentifiers: true,
      })
      const text = JSON.stringify(`(() => { ${outputFiles[0].text}; return loaded })()`)
      const lines = functions.map((one) => `export const ${one} = (...args) => load().${one}(...args)`)
      return {
        contents: `let loaded; const evaluate = eval, load = () => (loaded ??= evaluate(${text}));\n${lines.join('\n')}`,
      }
    })
  },
})

/** Large JSON is quicker to read as a string than as source. */
const jsonAsText = (filter) => ({
  name: 'JSON as text',
  setup({ onLoad }) {
    onLoad({ filter }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')))
      return { contents: `module.exports = JSON.parse(${JSON.stringify(text)})`, loader: 'js' }
    })
  },
})

/** Replaces one passage of a package's file; a package that changed must be looked at again, so a miss fails the build. */
function patch(filter, replacements) {
  return {
    name: `patch ${filter.source}`,
    setup({ onLoad }) {
      onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8')
        for (const [from, to, times] of replacements) {
          const parts = contents.split(from)
          if (parts.length !== times + 1)
            throw new Error(`${path}: expected ${times} of ${from}, found ${parts.length - 1}`)
          contents = parts.join(to)
        }
        return { contents, loader: 'js' }
      })
    },
  }
}

const patches = [
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
  // What no handler caught is printed and answered by Express; students are told as well.
  patch(/express\/lib\/application\.js$/, [
    [
      "if (this.get('env') !== 'test') console.error(",
      "__env.handlerFailed(err); if (this.get('env') !== 'test') console.error(",
      1,
    ],
  ]),
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
  // Node's errors have a code, and say so in their stack; the port's have only the words.
  patch(/fetch-to-node\/dist\/utils\/errors\.js$/, [
    ['extends Error {', 'extends coded(Error) {', 9],
    ['extends TypeError {', 'extends coded(TypeError) {', 5],
    ['extends RangeError {', 'extends coded(RangeError) {', 1],
    [
      'import util from "node:util";',
      `import util from "node:util"; import { coded } from ${JSON.stringify(join(here, 'realm/coded.ts'))};`,
      1,
    ],
  ]),
  // Express looks a template engine up by a name that is known only when it runs.
  patch(/express\/lib\/view\.js$/, [['require(mod)', '__env.requireFromProgram(mod)', 1]]),
]

/** depd's main file walks V8 call sites, which other engines don't have; its browser file does not. */
const alias = { depd: 'depd/lib/browser/index.js', process: join(here, 'realm/process.cjs') }

async function bundleRealm() {
  const cases = [
    ...Object.keys(builtins).map((name) => `case ${JSON.stringify(name)}: return require(${JSON.stringify(name)});`),
    ...packages.map((name) => `case ${JSON.stringify(name)}: return require(${JSON.stringify(name)});`),
  ]
  const result = await build({
    ...shared,
    stdin: { contents: `module.exports = (name) => { switch (name) { ${cases.join('\n')} } }`, resolveDir: root },
    format: 'cjs',
    conditions: ['node'],
    alias,
    plugins: [aliases('built-ins', builtins), jsonAsText(/mime-db\/db\.json$/), ...patches],
  })
  const offered = {
    builtins: Object.keys(builtins).filter((name) => !internal.includes(name)),
    internal,
    packages,
  }
  return `export const offered = ${JSON.stringify(offered)};
export const makeRealm = (function (__env) { const module = { exports: {} }, exports = module.exports;
const { process, setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate, queueMicrotask, console, Buffer } = globalThis, global = globalThis;
${result.outputFiles[0].text}
return module.exports });`
}

async function bundleWorker(realm) {
  const result = await build({
    ...shared,
    entryPoints: [join(here, 'worker.ts')],
    format: 'iife',
    minifyIdentifiers: true,
    inject: [join(here, 'outer-globals.js')],
    define: { global: 'globalThis' },
    alias: { process: join(here, 'outer-process.cjs') },
    conditions: ['browser'],
    plugins: [
      {
        name: 'realm',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\/generated\/realm$/ }, () => ({ path: 'realm', namespace: 'realm' }))
          onLoad({ filter: /.*/, namespace: 'realm' }, () => ({ contents: realm, loader: 'js', resolveDir: root }))
        },
      },
      aliases('built-ins of the runtime', own),
      stubs(/^@jsonjoy\.com\/fs-(snapshot|print)|^glob-to-regex\.js$|^stream$|^node:stream$/),
      lazily('tldts', ['parse']),
    ],
  })
  return result.outputFiles[0].text
}

const code = await bundleWorker(await bundleRealm())
const name = `worker-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`
await mkdir(publicFolder, { recursive: true })
await mkdir(generated, { recursive: true })
for (const old of await readdir(publicFolder)) if (old !== name) await rm(join(publicFolder, old))
await writeFile(join(publicFolder, name), code)
await writeFile(join(generated, 'assets.json'), `${JSON.stringify({ worker: `/runtime/${name}` })}\n`)
console.log(`${name}: ${Math.round(code.length / 1024)} kB, ${Math.round(gzipSync(code).length / 1024)} kB gzip`)
