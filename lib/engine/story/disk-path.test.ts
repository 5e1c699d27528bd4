import { expect, test } from 'vitest'
import { diskPath, shownPath } from '@/lib/engine/story/disk-path'

test.each([
  ['sessions/a.json', '/app/sessions/a.json'],
  ['/app/sessions/a.json', '/app/sessions/a.json'],
  ['/tmp/note', '/tmp/note'],
  ['会话/甲.json', '/app/会话/甲.json'],
])('%s is the file %s', (path, absolute) => {
  expect(diskPath(path)).toBe(absolute)
})

test.each([
  '',
  '/',
  '/app',
  '/app/',
  'a/',
  'a//b',
  './a',
  '../a',
  'a/../b',
  '/tmp/../app/a',
  '/etc/passwd',
  '/application/a',
  'a\0b',
])('%j is no place to write', (path) => {
  expect(diskPath(path)).toBeNull()
})

test('paths in the program’s folder are shown relative to it', () => {
  expect([shownPath('/app/a/b'), shownPath('/tmp/a'), shownPath('/app')]).toEqual(['a/b', '/tmp/a', '/app'])
})
