import { expect, test } from 'vitest'
import { type JarEntry, jarAt, jarEntries } from '@/lib/engine/trace/jar-at'
import { newestCookies } from '@/lib/playground/newest-cookies'
import { cookieOf, cookieStored, logOf } from '@/lib/playground/test-log'

function entriesAfter(...names: readonly string[]): readonly JarEntry[] {
  const log = logOf(...names.map((name, index) => [0, cookieStored(1, cookieOf(name, `${index}`))] as const))
  return jarEntries(jarAt(log, log.length), 'alice')
}

const names = (entries: readonly JarEntry[]) => entries.map(({ cookie }) => cookie.name)

test('of many cookies those that were set last, in the order of the jar', () => {
  const entries = entriesAfter('a', 'b', 'c', 'd', 'a')
  expect(names(newestCookies(entries, 2))).toEqual(['a', 'd'])
  expect(newestCookies(entries, 4)).toBe(entries)
})
