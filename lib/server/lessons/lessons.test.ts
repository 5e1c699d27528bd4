import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'

const root = await mkdtemp(join(tmpdir(), 'course-'))
vi.spyOn(process, 'cwd').mockReturnValue(root)
const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
const { courseRevision, serveLesson, serveLessons } = await import('@/lib/server/lessons/lessons')

const listLessons = async (locale: 'zh' | 'en') => (await serveLessons(locale)).map(({ lesson }) => lesson)
const getLesson = async (slug: string, locale: 'zh' | 'en') => (await serveLesson(slug, locale))?.lesson ?? null

const page = (title: string) => `---\ntitle: ${title}\nsummary: s\n---\n`

async function write(folder: string, files: Readonly<Record<string, string>> = {}): Promise<void> {
  const all = {
    'lesson.yaml': 'entry: server.js\npanels: [visitors]\nwatch: []\nepoch: 2026-11-23T01:00:00Z\n',
    'zh.md': page('卡'),
    'en.md': page('Card'),
    'start/server.js': '',
    ...files,
  }
  for (const [path, content] of Object.entries(all)) {
    const file = join(root, 'lessons', folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

beforeEach(async () => {
  await rm(join(root, 'lessons'), { recursive: true, force: true })
  warn.mockClear()
})

afterAll(() => rm(root, { recursive: true }))

it('lists lessons by number, in the language asked for', async () => {
  await write('10-later', { 'en.md': page('Later') })
  await write('3-card')
  expect((await listLessons('en')).map(({ title }) => title)).toEqual(['Card', 'Later'])
  expect((await listLessons('zh')).map(({ title }) => title)).toEqual(['卡', '卡'])
  expect(warn).not.toHaveBeenCalled()
})

it('finds a lesson by its slug', async () => {
  await write('3-card')
  expect(await getLesson('card', 'en')).toMatchObject({ slug: 'card', number: 3, locale: 'en', title: 'Card' })
  expect(await getLesson('cart', 'en')).toBeNull()
})

it('leaves out lessons that never were without mistakes, says which, and keeps the others', async () => {
  await write('3-card')
  await write('4-broken', { 'lesson.yaml': 'entry: [' })
  expect((await listLessons('en')).map(({ slug }) => slug)).toEqual(['card'])
  expect(warn.mock.calls.flat().join('\n')).toMatch(/^lessons\/4-broken\/lesson\.yaml:1:9 error bad-yaml/m)
})

it('reads a lesson again when one of its files has changed, and only then', async () => {
  await write('3-card')
  const first = await getLesson('card', 'en')
  expect(await getLesson('card', 'en')).toBe(first)
  await write('3-card', { 'en.md': page('Another title') })
  expect(await getLesson('card', 'en')).toMatchObject({ title: 'Another title' })
})

it('goes on with the last version that was sound, also after a restart', async () => {
  await write('3-card')
  await getLesson('card', 'en')
  await write('3-card', { 'en.md': '---\ntitle: [\n---\n', 'zh.md': page('新') })
  expect(await getLesson('card', 'en')).toMatchObject({ title: 'Card' })
  expect(await getLesson('card', 'zh')).toMatchObject({ title: '新' })
  vi.resetModules()
  const restarted = await import('@/lib/server/lessons/lessons')
  expect((await restarted.serveLesson('card', 'en'))?.lesson.title).toBe('Card')
  await write('3-card', { 'en.md': page('Mended'), 'zh.md': page('新') })
  expect(await getLesson('card', 'en')).toMatchObject({ title: 'Mended' })
})

it('has a revision that tells whether anything is different', async () => {
  await write('3-card')
  const before = await courseRevision('en')
  await write('3-card')
  expect(await courseRevision('en')).toBe(before)
  await write('3-card', { 'en.md': page('Another') })
  expect(await courseRevision('en')).not.toBe(before)
})

it('takes a folder that is missing for no empty course', async () => {
  await expect(serveLessons('en')).rejects.toThrow('no-folder')
  await mkdir(join(root, 'lessons'))
  expect(await serveLessons('en')).toEqual([])
})

it('follows no link out of its folder', async () => {
  await write('3-card')
  await writeFile(join(root, 'secret.js'), 'secret')
  await symlink(join(root, 'secret.js'), join(root, 'lessons/3-card/start/secret.js'))
  expect(Object.keys((await getLesson('card', 'en'))?.start.files ?? {})).toEqual(['server.js'])
})
