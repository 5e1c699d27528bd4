// What a program can require, and what stands behind each name in the bundle.
// Node's built-ins are polyfills, packages are the real ones from npm.
import { readFileSync } from 'node:fs'

const realm = (file) => new URL(`./realm/${file}`, import.meta.url).pathname

/** Node's built-in modules by name (without `node:`). */
export const builtins = {
  assert: 'assert/',
  async_hooks: 'unenv/node/async_hooks',
  buffer: realm('buffer.cjs'),
  crypto: realm('crypto.ts'),
  'dns/promises': realm('dns-promises.ts'),
  diagnostics_channel: realm('diagnostics-channel.cjs'),
  events: 'events/',
  fs: realm('fs.ts'),
  'fs/promises': realm('fs-promises.cjs'),
  http: realm('http.ts'),
  net: realm('net.ts'),
  os: 'unenv/node/os',
  path: 'path-browserify',
  perf_hooks: realm('perf-hooks.cjs'),
  process: realm('process.cjs'),
  querystring: 'unenv/node/querystring',
  stream: 'readable-stream',
  string_decoder: 'string_decoder/',
  timers: realm('timers.cjs'),
  'timers/promises': realm('timers-promises.cjs'),
  tls: realm('tls.cjs'),
  tty: 'unenv/node/tty',
  url: 'unenv/node/url',
  util: realm('util.cjs'),
  'util/types': 'unenv/node/util/types',
  zlib: 'unenv/node/zlib',
}

/** Built-ins that packages load but that students are not offered: mostly, they are stubs. */
export const internal = [
  'async_hooks',
  'diagnostics_channel',
  'dns/promises',
  'perf_hooks',
  'tls',
  'tty',
  'util/types',
  'zlib',
]

const read = (address) => JSON.parse(readFileSync(address, 'utf8'))

const catalogue = read(new URL('../lessons/packages/catalogue.json', import.meta.url))
for (const { module, version } of catalogue) {
  const installed = read(new URL(`../../node_modules/${module}/package.json`, import.meta.url)).version
  if (installed !== version) throw new Error(`${module}: the catalogue offers ${version}, installed is ${installed}`)
}

/** npm packages of the core set, by the name that `node_modules` has for them. */
export const packages = catalogue.filter(({ chunk }) => !chunk).map(({ module }) => module)

/** npm packages that are fetched only where needed, by chunk. */
export const chunks = Object.fromEntries(
  catalogue
    .filter(({ chunk }) => chunk)
    .map(({ chunk }) => [chunk, catalogue.filter((other) => other.chunk === chunk).map(({ module }) => module)]),
)
