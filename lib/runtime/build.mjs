// Builds what runs in the worker, ahead of time and apart from the app: the app's bundler can't alias Node's built-ins.
//
//   public/runtime/worker-<hash>.js     the engine and the runtime, and inside of it, as one function that makes
//                                       a fresh instance for every process: Node's built-ins and the packages
//   public/runtime/<chunk>-<hash>.js    packages that not every program needs, as such a function each
//   lib/runtime/generated/assets.json   their addresses, for the page
import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { mimeTables } from './build/mime.mjs'
import { namesThatAreLost } from './build/names.mjs'
import { chunkPatches, inspectPatch, patches } from './build/patches.mjs'
import { aliases, fromOutside, lazily, outside, stubs } from './build/plugins.mjs'
import { root, runtime, shared } from './build/shared.mjs'
import { builtins, chunks, internal, packages } from './offered.mjs'

const publicFolder = join(root, 'public/runtime')
const generated = join(runtime, 'generated')

/** Built-ins that the runtime itself uses, outside of any process. */
const own = Object.fromEntries(
  ['assert', 'events', 'path', 'querystring', 'stream', 'string_decoder', 'url'].map((name) => [name, builtins[name]]),
)
Object.assign(own, { buffer: 'buffer/', util: 'util/' })

/** depd's main file walks V8 call sites, which other engines don't have; its browser file does not. */
const depd = { depd: 'depd/lib/browser/index.js' }

/** What programs and packages find as globals is the process's own. */
const GLOBALS =
  'const { process, setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate, queueMicrotask, console, Buffer } = globalThis, global = globalThis;'

/** What runs after an `await` then keeps its exchange, and is noticed, by way of `then`: see `promises.ts`. */
const NO_NATIVE_AWAIT = { 'async-await': false, 'async-generator': false, 'for-await': false }

/** What every process is handed: see `hashes.ts`. */
const HASHES = ['hmac', 'legacy', 'pbkdf2', 'scrypt', 'sha2'].map((name) => `@noble/hashes/${name}.js`)

/** What programs never see a name of may have any. */
const INTERNAL = { minifyIdentifiers: true }

/** What the disk is made of; its Buffers are to be everybody's. */
const DISK = {
  inject: [join(runtime, 'outer-globals.js')],
  given: { buffer: 'buffer', events: 'events', process: 'process' },
  plugins: [
    stubs(/^@jsonjoy.com\/fs-(snapshot|print)|^glob-to-regex\.js$|^stream$|^node:stream$/),
    aliases('built-ins of the disk', own),
  ],
}

const REALM_MODULE = 'export const { builtins, makeRealm } = __realm'

/** A module that gives other modules by name, each evaluated when it is first asked for. */
const byName = (names) => {
  const cases = names.map((name) => `case ${JSON.stringify(name)}: return require(${JSON.stringify(name)});`)
  return { contents: `module.exports = (name) => { switch (name) { ${cases.join('\n')} } }`, resolveDir: root }
}

async function bundleRealm() {
  const result = await build({
    ...shared,
    stdin: byName([...Object.keys(builtins), ...packages]),
    format: 'cjs',
    conditions: ['node'],
    supported: NO_NATIVE_AWAIT,
    alias: { ...depd, process: join(runtime, 'realm/process.cjs') },
    plugins: [
      aliases('built-ins', builtins),
      mimeTables,
      fromOutside(HASHES, '__env.hashes'),
      lazily('@noble/ciphers/aes.js', ['cbc'], INTERNAL),
      ...patches,
    ],
  })
  const offered = Object.keys(builtins).filter((name) => !internal.includes(name))
  return `{ builtins: ${JSON.stringify({ offered, internal })},
makeRealm: (function (__env) { const module = { exports: {} }, exports = module.exports;
${GLOBALS}
${namesThatAreLost(result.outputFiles[0].text)}
return module.exports }) }`
}

/** What a chunk requires of Node and of the core set is the process's own instance of it, not a second copy. */
async function bundleChunk(name, modules) {
  const result = await build({
    ...shared,
    stdin: byName(modules),
    format: 'cjs',
    conditions: ['node'],
    alias: depd,
    supported: NO_NATIVE_AWAIT,
    plugins: [outside([...Object.keys(builtins), 'express-session']), mimeTables, ...patches, ...chunkPatches],
  })
  return `(function (__env, require) { const module = { exports: {} }, exports = module.exports;
${GLOBALS}
${namesThatAreLost(result.outputFiles[0].text)}
return module.exports })
//# sourceURL=node:${name}`
}

async function bundleWorker(realm) {
  const result = await build({
    ...shared,
    entryPoints: [join(runtime, 'worker.ts')],
    format: 'iife',
    inject: [join(runtime, 'outer-globals.js')],
    define: { global: 'globalThis' },
    alias: { process: join(runtime, 'outer-process.cjs') },
    conditions: ['browser'],
    plugins: [
      {
        name: 'realm',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /\/generated\/realm$/ }, () => ({ path: 'realm', namespace: 'realm' }))
          onLoad({ filter: /.*/, namespace: 'realm' }, () => ({ contents: REALM_MODULE, loader: 'js' }))
        },
      },
      aliases('built-ins of the runtime', own),
      lazily('tldts', ['parse'], INTERNAL),
      lazily('@/lib/runtime/redis/running', ['createRedis'], INTERNAL),
      lazily('@/lib/runtime/disk/volume', ['createVolume', 'fsOf'], DISK),
      lazily('@/lib/runtime/inspect/node-inspect', ['nodeInspect'], { plugins: [inspectPatch] }),
    ],
  })
  // Beside the rest, not bundled with it: its names are to be as they are.
  return `"use strict";(() => { const __realm = ${realm};
${namesThatAreLost(result.outputFiles[0].text)}
})()`
}

const written = new Set()

/** Writes a file whose name carries a hash of what is in it; gives its address. */
async function write(name, code) {
  const file = `${name}-${createHash('sha256').update(code).digest('hex').slice(0, 12)}.js`
  written.add(file)
  await writeFile(join(publicFolder, file), code)
  console.log(`${file}: ${Math.round(code.length / 1024)} kB, ${Math.round(gzipSync(code).length / 1024)} kB gzip`)
  return `/runtime/${file}`
}

await mkdir(publicFolder, { recursive: true })
await mkdir(generated, { recursive: true })
// `base`: the path that the site lies under, for the page alone.
const assets = {
  base: process.env.BASE_PATH ?? '',
  worker: await write('worker', await bundleWorker(await bundleRealm())),
  chunks: {},
}
for (const [name, modules] of Object.entries(chunks))
  assets.chunks[name] = await write(name, await bundleChunk(name, modules))
for (const old of await readdir(publicFolder)) if (!written.has(old)) await rm(join(publicFolder, old))
await writeFile(join(generated, 'assets.json'), `${JSON.stringify(assets)}\n`)
