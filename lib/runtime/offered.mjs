// What a program can require, and what stands behind each name in the bundle.
// Node's built-ins are polyfills, packages are the real ones from npm.

const realm = (file) => new URL(`./realm/${file}`, import.meta.url).pathname

/** Node's built-in modules by name (without `node:`). */
export const builtins = {
  assert: 'assert/',
  async_hooks: 'unenv/node/async_hooks',
  buffer: realm('buffer.cjs'),
  crypto: realm('crypto.ts'),
  diagnostics_channel: 'unenv/node/diagnostics_channel',
  events: 'events/',
  fs: realm('fs.ts'),
  'fs/promises': realm('fs-promises.cjs'),
  http: realm('http.ts'),
  net: realm('net.ts'),
  os: 'unenv/node/os',
  path: 'path-browserify',
  process: realm('process.cjs'),
  querystring: 'unenv/node/querystring',
  stream: 'readable-stream',
  string_decoder: 'string_decoder/',
  timers: realm('timers.cjs'),
  'timers/promises': realm('timers-promises.cjs'),
  tty: 'unenv/node/tty',
  url: 'unenv/node/url',
  util: realm('util.cjs'),
  'util/types': 'unenv/node/util/types',
  zlib: 'unenv/node/zlib',
}

/** Built-ins that packages load but that students are not offered: they are stubs. */
export const internal = ['async_hooks', 'diagnostics_channel', 'net', 'tty', 'util/types', 'zlib']

/** npm packages by name. */
export const packages = ['express', 'express-session', 'cookie-parser', 'ejs', 'uuid', 'mkdirp']
