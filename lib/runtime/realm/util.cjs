// Node's util: the npm package of that name, with Node's own inspect and format, and what it lacks.
const base = require('util/')
const legacy = require('unenv/node/util')

/** Escape sequences that set colours. */
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

const { inspect, format, formatWithOptions } = __env

module.exports = {
  ...base,
  inspect,
  format,
  formatWithOptions,
  isDeepStrictEqual: legacy.isDeepStrictEqual,
  stripVTControlCharacters: (text) => String(text).replace(ESCAPES, ''),
  toUSVString: (text) => String(text).toWellFormed(),
  TextEncoder: globalThis.TextEncoder,
  TextDecoder: globalThis.TextDecoder,
}
