import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const ROOT = new URL('./messages/', import.meta.url)

const read = (locale: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(`${locale}/${file}`, ROOT), 'utf8'))

/** Every text by its path, as the sorted names of what is filled into it. */
function argumentsOf(value: unknown, path = ''): Record<string, string> {
  if (typeof value === 'string') {
    const names = [...value.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '')
    // The branches of `{count, plural, one {…} other {…}}` hold text, not names of their own.
    return { [path]: [...new Set(names)].sort().join(' ') }
  }
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text`)
  return Object.assign({}, ...Object.entries(value).map(([key, inner]) => argumentsOf(inner, `${path}.${key}`)))
}

const files = readdirSync(new URL('en/', ROOT))

test('both languages have the same namespaces', () => {
  expect(readdirSync(new URL('zh/', ROOT))).toEqual(files)
})

test.each(files)('%s: both languages have the same texts, with the same things filled in', (file) => {
  expect(argumentsOf(read('zh', file))).toEqual(argumentsOf(read('en', file)))
})

test.each(['zh', 'en'])('no text of %s is empty', (locale) => {
  const empty = files.flatMap((file) => JSON.stringify(read(locale, file)).match(/"[^"]+":""/g) ?? [])
  expect(empty).toEqual([])
})
