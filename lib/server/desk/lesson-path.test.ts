import { posix } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { objectionToFiles, revisionOf } from '@/lib/server/desk/lesson-files'
import { isLessonNumber, isSlug, LESSON_BOUNDS, objectionToPath } from '@/lib/server/desk/lesson-path'

describe('a path of a lesson', () => {
  it.each([
    'lesson.yaml',
    'zh.md',
    'en.md',
    'start/server.js',
    'start.en/views/user.html',
    'wrong/late/a/b.js',
    'solutions.en/x/y.js',
    'start/package.json',
  ])('may be %s', (path) => expect(objectionToPath(path)).toBeNull())

  it.each([
    ['', 'not-relative'],
    ['/etc/passwd', 'not-relative'],
    ['../../etc/passwd', 'not-relative'],
    ['start/../../x.js', 'not-relative'],
    ['start/./x.js', 'not-relative'],
    ['start//x.js', 'not-relative'],
    ['start/', 'not-relative'],
    ['start\\..\\x.js', 'not-relative'],
    ['C:\\x.js', 'not-relative'],
    ['start/x\0.js', 'bad-name'],
    ['start/x\n.js', 'bad-name'],
    ['start/.env', 'bad-name'],
    ['.history/lock', 'bad-name'],
    ['start/%2e%2e/x.js', 'bad-name'],
    ['start/．．/x.js', 'bad-name'],
    ['start/é.js', 'bad-name'],
    ['start/e\u0301.js', 'bad-name'],
    ['start/x\u202e.js', 'bad-name'],
    ['start/x.', 'bad-name'],
    ['start/x ', 'bad-name'],
    ['start/C:x', 'bad-name'],
    ['start/x:stream', 'bad-name'],
    ['start/con', 'reserved-name'],
    ['start/NUL.js', 'reserved-name'],
    ['start/lpt1.tar.gz', 'reserved-name'],
    ['ZH.md', 'not-of-a-lesson'],
    ['fr.md', 'not-of-a-lesson'],
    ['wrong/late.js', 'not-of-a-lesson'],
    ['other/server.js', 'not-of-a-lesson'],
    [`start/${'x'.repeat(200)}.js`, 'too-long'],
  ])('may not be %j', (path, objection) => expect(objectionToPath(path)).toBe(objection))

  it('never leads out of its folder, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', 'start', 'zh.md') })),
        (path) => {
          if (objectionToPath(path) !== null) return
          expect(posix.normalize(path)).toBe(path)
          expect(posix.join('/lessons/03-card', path).startsWith('/lessons/03-card/')).toBe(true)
        },
      ),
    )
  })
})

describe('the files of a lesson', () => {
  it.each([
    [{ 'start/a.js': '', 'start/A.js': '' }, 'same-name'],
    [{ 'start/a': '', 'start/a/b.js': '' }, 'file-and-folder'],
    [{ 'zh.md': 'x'.repeat(LESSON_BOUNDS.fileBytes + 1) }, 'file-too-large'],
    [
      Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`start/${i}.js`, 'x'.repeat(1_000_000)])),
      'lesson-too-large',
    ],
    [Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`start/${i}.js`, ''])), 'too-many'],
  ])('are refused together: %#', (files, objection) => expect(objectionToFiles(files)?.objection).toBe(objection))

  it('are measured in bytes, not in characters', () => {
    expect(objectionToFiles({ 'zh.md': '理'.repeat(LESSON_BOUNDS.fileBytes / 2) })?.objection).toBe('file-too-large')
  })

  it('have a revision that says what they are, whatever their order', () => {
    expect(revisionOf({ 'zh.md': 'a', 'en.md': 'b' })).toBe(revisionOf({ 'en.md': 'b', 'zh.md': 'a' }))
    expect(revisionOf({ 'zh.md': 'a', 'en.md': 'b' })).not.toBe(revisionOf({ 'zh.md': 'b', 'en.md': 'a' }))
  })
})

it.each(['card', 'visit-counter', 'a1'])('%s is a slug', (slug) => expect(isSlug(slug)).toBe(true))
it.each(['', 'Card', '-a', 'a-', 'a--b', '..', 'a/b', '理发', 'a'.repeat(61)])('%j is none', (slug) =>
  expect(isSlug(slug)).toBe(false),
)
it.each(['03', '7', '07.1', '7.12'])('%s is a number', (number) => expect(isLessonNumber(number)).toBe(true))
it.each(['', '.1', '7.', '7.1.2', '1e3', '-1', '0x1', '1234'])('%j is none', (number) =>
  expect(isLessonNumber(number)).toBe(false),
)
