import { describe, expect, it } from 'vitest'
import { findReplacement } from '@/lib/runtime/instrument/find-replacement'

const CASES: [name: string, source: string, line: number | null][] = [
  ['Array.prototype.map', '// Array.prototype.map = null\n\nArray.prototype.map = null', 3],
  ['Array.prototype.map', "Array.prototype.filter = 1\nArray.prototype['map'] = null", 2],
  ['Array.prototype.map', 'const proto = Array.prototype\nproto.map = () => {}', 2],
  ['Array.prototype.map', 'Map.prototype.map = 1\nglobalThis.Array.prototype.map = 1', 2],
  ['Array.prototype.map', "const f = () => {\n  Object.defineProperty(Array.prototype, 'map', {})\n}", 2],
  ['Array.prototype.map', 'Object.assign(Array.prototype, { filter: 1, map: 2 })', 1],
  ['Array.prototype[Symbol.iterator]', '1\nArray.prototype[Symbol.iterator] = null', 2],
  ['JSON.parse', '1\ndelete JSON.parse', 2],
  ['Map', '1\nMap = Set', 2],
  ['Map', '1\nglobalThis.Map = Set', 2],
  ['Array.prototype.map', 'const map = [1].map(String)', null],
  ['Array.prototype.map', "for (const name of ['map']) Array.prototype[name] = null", null],
  ['Array.prototype.map', 'const const', null],
]

describe('the line that replaces a built-in', () => {
  it.each(CASES)('%s in %j: line %j', (name, source, line) => {
    const files = { 'note.txt': 'Array.prototype.map = 1', 'server.js': source }
    expect(findReplacement(files, name)).toEqual(line === null ? null : { file: 'server.js', line })
  })
})
