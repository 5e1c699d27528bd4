import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { replaced } from './plugins.mjs'

/**
 * mime-types makes its tables from all of mime-db whenever it is loaded, which is once a server. They are always the
 * same: the package makes them here, once, and of the database remains what its other functions read.
 */
export const mimeTables = {
  name: 'tables of mime-types',
  setup({ onLoad }) {
    onLoad({ filter: /mime-types\/index\.js$/ }, async ({ path }) => {
      const load = createRequire(path)
      const { types, extensions } = load(path)
      const charsets = Object.entries(load('mime-db')).flatMap(([type, { charset }]) =>
        charset ? [[type, { charset }]] : [],
      )
      const contents = replaced(path, await readFile(path, 'utf8'), [
        ["var db = require('mime-db')", `var db = ${asText(Object.fromEntries(charsets))}`, 1],
        [
          'populateMaps(exports.extensions, exports.types)',
          `exports.extensions = Object.setPrototypeOf(${asText(extensions)}, null)
exports.types = Object.setPrototypeOf(${asText(types)}, null)`,
          1,
        ],
      ])
      return { contents, loader: 'js' }
    })
  },
}

/** Large JSON is quicker to read as a string than as source. */
function asText(value) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`
}
