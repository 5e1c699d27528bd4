import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileMap } from '@/lib/lessons/parse/files'
import { Desk } from '@/lib/server/desk/desk'
import { diskError } from '@/lib/server/desk/disk-error'
import { VERSION_BOUNDS } from '@/lib/server/desk/versions'

const page = (title: string) => `---\ntitle: ${title}\nsummary: s\n---\n`
const LESSON: FileMap = {
  'lesson.yaml': 'entry: server.js\npanels: [visitors]\nwatch: []\nepoch: 2026-11-23T01:00:00Z\n',
  'zh.md': page('卡'),
  'en.md': page('Card'),
  'start/server.js': '',
}

let root = ''
let desk: Desk
let now = 0

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'desk-'))
  now = 1000
  desk = new Desk(root, () => now++)
  await put('03-card', LESSON)
})

afterEach(() => rm(root, { recursive: true, force: true }))

async function put(folder: string, files: FileMap): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, folder, path)), { recursive: true })
    await writeFile(join(root, folder, path), text)
  }
}

const onDisk = (path: string) => readFile(join(root, path), 'utf8')
const titled = (title: string, more: FileMap = {}): FileMap => ({ ...LESSON, 'en.md': page(title), ...more })

/** Saves in a process of its own, which is killed at its nth rename. Gives the signal, or `null` when there were fewer. */
async function saveAndDie(files: FileMap, renames: number): Promise<string | null> {
  const script = join(import.meta.dirname, 'save-and-die.ts')
  const child = fork(script, [root, JSON.stringify(files), String(renames)], {
    execArgv: ['--import', 'tsx', '--conditions', 'react-server'],
  })
  const [code, signal] = await once(child, 'exit')
  expect(code ?? 0).toBe(0)
  return signal
}

async function revision(slug = 'card'): Promise<string> {
  return (await desk.find(slug))?.revision ?? ''
}

async function save(files: FileMap, base?: string, publish = true) {
  return desk.save({ slug: 'card', base: base ?? (await revision()), files, publish })
}

describe('saving', () => {
  it('gives students the new lesson, and keeps the old one', async () => {
    expect(await save(titled('New', { 'start/views/a.html': '<p>' }))).toEqual({
      outcome: 'published',
      revision: expect.any(String),
    })
    expect(await onDisk('03-card/en.md')).toBe(page('New'))
    expect(await onDisk('03-card/start/views/a.html')).toBe('<p>')
    const [version] = await desk.history('card')
    expect(version).toMatchObject({ why: 'saved', slug: 'card', folder: '03-card' })
    expect((await desk.version('card', version?.id ?? ''))?.files).toEqual(LESSON)
  })

  it('removes the files that are not part of it any more, and their folders', async () => {
    await save(titled('New', { 'wrong/late/server.js': '' }), undefined, false)
    await put('03-card', { 'start/views/deep/a.html': '' })
    await save(LESSON)
    expect((await readdir(join(root, '03-card/start'))).sort()).toEqual(['server.js'])
  })

  it('keeps a lesson with mistakes as a draft; students keep what they had', async () => {
    const broken = { ...LESSON, 'en.md': '---\ntitle: t\n---\n' }
    const saved = await save(broken)
    expect(saved).toMatchObject({ outcome: 'draft' })
    expect(saved.outcome === 'draft' && saved.diagnostics.length).toBeGreaterThan(0)
    expect(await onDisk('03-card/en.md')).toBe(page('Card'))
    expect((await desk.find('card'))?.draft).toMatchObject({ files: broken, base: await revision() })
  })

  it('keeps a sound lesson as a draft when asked to, until it is published or let go', async () => {
    expect(await save(titled('Draft'), undefined, false)).toEqual({ outcome: 'draft', diagnostics: [] })
    expect(await onDisk('03-card/en.md')).toBe(page('Card'))
    await save(titled('Published'))
    expect((await desk.find('card'))?.draft).toBeNull()
    await save(titled('Draft'), undefined, false)
    await desk.discardDraft('card')
    expect((await desk.find('card'))?.draft).toBeNull()
  })

  it('over what somebody else has changed loses neither', async () => {
    const base = await revision()
    await put('03-card', { 'en.md': page('By another editor') })
    const saved = await save(titled('Mine'), base)
    expect(saved).toMatchObject({ outcome: 'conflict', theirs: { files: { 'en.md': page('By another editor') } } })
    expect(await onDisk('03-card/en.md')).toBe(page('By another editor'))
    expect((await desk.find('card'))?.draft?.files['en.md']).toBe(page('Mine'))
  })

  it('many times at once publishes one and tells the others', async () => {
    const base = await revision()
    const other = new Desk(root, () => now++)
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? desk : other).save({
          slug: 'card',
          base,
          publish: true,
          files: titled(`Version ${index}`, { 'zh.md': page(`第${index}版`) }),
        }),
      ),
    )
    expect(all.filter(({ outcome }) => outcome === 'published')).toHaveLength(1)
    expect(all.filter(({ outcome }) => outcome === 'conflict')).toHaveLength(19)
    const won = all.findIndex(({ outcome }) => outcome === 'published')
    expect(await onDisk('03-card/en.md')).toBe(page(`Version ${won}`))
    expect(await onDisk('03-card/zh.md')).toBe(page(`第${won}版`))
    expect(await readdir(join(root, '.history/tmp')).catch(() => [])).toEqual([])
  })

  it('refuses files that are none of a lesson, and touches nothing', async () => {
    for (const path of [
      '../escaped.md',
      '/tmp/escaped.md',
      'start/../../escaped.md',
      '.history/lock',
      'start/x\0.js',
    ]) {
      expect(await save({ ...LESSON, [path]: 'x' })).toMatchObject({
        outcome: 'refused',
        why: 'bad-files',
        files: { path },
      })
    }
    expect(await onDisk('03-card/en.md')).toBe(page('Card'))
    await expect(stat(join(root, 'escaped.md'))).rejects.toThrow()
    await expect(stat(join(root, '../escaped.md'))).rejects.toThrow()
  })

  it('knows no lesson by a made-up slug', async () => {
    for (const slug of ['cart', '..', '../../etc', '.history', '']) {
      expect(await desk.save({ slug, base: '', files: LESSON, publish: true })).toMatchObject({ why: 'unknown-lesson' })
      expect(await desk.find(slug)).toBeNull()
      expect(await desk.history(slug)).toEqual([])
      expect(await desk.version(slug, '../../../etc/passwd')).toBeNull()
    }
  })
})

describe('symbolic links', () => {
  it('are followed nowhere: neither to read nor to write', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'))
    await writeFile(join(outside, 'secret.js'), 'secret')
    await symlink(join(outside, 'secret.js'), join(root, '03-card/start/link.js'))
    await symlink(outside, join(root, '03-card/start/folder'))
    await symlink(outside, join(root, '04-linked'))
    expect(JSON.stringify(await desk.list())).not.toContain('secret')
    await expect(save({ ...LESSON, 'start/folder/new.js': 'x' })).rejects.toMatchObject({ problem: 'link' })
    await expect(save({ ...LESSON, 'start/link.js': 'x' })).rejects.toMatchObject({ problem: 'link' })
    expect(await readdir(outside)).toEqual(['secret.js'])
    expect(await readFile(join(outside, 'secret.js'), 'utf8')).toBe('secret')
    await rm(outside, { recursive: true })
  })

  it('do not lead the desk’s own notes elsewhere', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'))
    await symlink(outside, join(root, '.history'))
    await expect(save(titled('New'))).rejects.toMatchObject({ problem: 'link' })
    expect(await readdir(outside)).toEqual([])
    await rm(outside, { recursive: true })
  })
})

describe('a save that the process did not survive', () => {
  it('is finished at the next look', async () => {
    const files = titled('Whole', { 'zh.md': page('全') })
    await put('.history/journal', { '03-card.json': JSON.stringify({ folder: '03-card', files }) })
    await put('03-card', { 'en.md': page('Whole') })
    expect((await desk.find('card'))?.files).toEqual(files)
    expect(await onDisk('03-card/zh.md')).toBe(page('全'))
    expect(await readdir(join(root, '.history')).catch(() => [])).not.toContain('journal')
  })

  it('is whole or was not, wherever the process was killed', { timeout: 180_000 }, async () => {
    const files = titled('New', { 'zh.md': page('新'), 'start/a.js': 'a', 'start/views/b.html': 'b' })
    for (let renames = 1; ; renames++) {
      const signal = await saveAndDie(files, renames)
      const lesson = await desk.find('card')
      expect([LESSON, files]).toContainEqual(lesson?.files)
      if (signal === null) {
        // It took more renames than there were: this one came to its end.
        expect(lesson?.files).toEqual(files)
        expect(renames).toBeGreaterThan(5)
        return
      }
      await rm(join(root, '03-card'), { recursive: true })
      await put('03-card', LESSON)
    }
  })

  it('leaves a lock that keeps nobody', async () => {
    await put('.history', { lock: 'somebody who is gone' })
    const long = new Date(Date.now() - 60_000)
    await utimes(join(root, '.history/lock'), long, long)
    expect(await save(titled('New'))).toMatchObject({ outcome: 'published' })
  })
})

describe('former versions', () => {
  it('can be put back, and what there was becomes one itself', async () => {
    await save(titled('Second'))
    const [first] = await desk.history('card')
    expect(await desk.restore('card', first?.id ?? '')).toEqual({ outcome: 'done', slug: 'card' })
    expect(await onDisk('03-card/en.md')).toBe(page('Card'))
    const [newest] = await desk.history('card')
    expect((await desk.version('card', newest?.id ?? ''))?.files['en.md']).toBe(page('Second'))
    expect(await desk.restore('card', 'no such')).toMatchObject({ why: 'unknown-version' })
  })

  it('are bounded: the oldest go', async () => {
    for (let index = 0; index < VERSION_BOUNDS.perLesson + 3; index++) await save(titled(`Version ${index}`))
    const history = await desk.history('card')
    expect(history).toHaveLength(VERSION_BOUNDS.perLesson)
    const oldest = await desk.version('card', history.at(-1)?.id ?? '')
    // 53 were put aside, the original first: three are gone.
    expect(oldest?.files['en.md']).toBe(page('Version 2'))
  })

  it('that somebody has spoiled are passed over', async () => {
    await put('.history/versions/card', { '000000000000001-deadbeef.json': '{' })
    expect(await desk.history('card')).toEqual([])
  })
})

describe('lessons', () => {
  it('are made, and not over others', async () => {
    expect(await desk.create('stores', '07', LESSON)).toEqual({ outcome: 'done', slug: 'stores' })
    expect(await desk.create('stores', '08', LESSON)).toMatchObject({ why: 'slug-taken' })
    expect(await desk.create('other', '7', LESSON)).toMatchObject({ why: 'number-taken' })
    expect(await desk.create('../x', '09', LESSON)).toMatchObject({ why: 'bad-slug' })
    expect(await desk.create('x', '../9', LESSON)).toMatchObject({ why: 'bad-number' })
    expect((await desk.list()).map(({ folder }) => folder)).toEqual(['03-card', '07-stores'])
  })

  it('are duplicated', async () => {
    await desk.duplicate('card', 'card-copy', '03.1')
    expect((await desk.find('card-copy'))?.files).toEqual(LESSON)
  })

  it('are renamed and renumbered with their history and draft', async () => {
    await save(titled('Second'))
    await save(titled('Draft'), undefined, false)
    expect(await desk.rename('card', { slug: 'cut', number: '04' })).toEqual({ outcome: 'done', slug: 'cut' })
    expect(await desk.find('card')).toBeNull()
    const lesson = await desk.find('cut')
    expect(lesson).toMatchObject({ folder: '04-cut', draft: { files: { 'en.md': page('Draft') } } })
    expect(await desk.history('cut')).toHaveLength(1)
    expect(JSON.parse(await onDisk('.history/aliases.json'))).toEqual({ card: 'cut' })
    await desk.rename('cut', { slug: 'card', number: '04' })
    expect(JSON.parse(await onDisk('.history/aliases.json'))).toEqual({ cut: 'card' })
  })

  it('are deleted, listed as such, and brought back', async () => {
    expect(await desk.remove('card')).toEqual({ outcome: 'done', slug: 'card' })
    expect(await desk.list()).toEqual([])
    const [gone] = await desk.deleted()
    expect(gone).toMatchObject({ slug: 'card', why: 'deleted' })
    await desk.create('other', '03', LESSON)
    expect(await desk.restore('card', gone?.id ?? '')).toEqual({ outcome: 'done', slug: 'card' })
    expect((await desk.find('card'))?.folder).toBe('04-card')
    expect(await desk.deleted()).toEqual([])
  })
})

describe('a disk that does not do as it is told', () => {
  it('is named for what it is', () => {
    const problem = (code: string) => diskError(Object.assign(new Error(code), { code })).problem
    expect(['EROFS', 'EACCES', 'ENOSPC', 'ENOENT', 'ELOOP', 'EIO'].map(problem)).toEqual([
      'read-only',
      'read-only',
      'full',
      'no-folder',
      'link',
      'other',
    ])
  })

  it('may have no folder of lessons at all', async () => {
    await rm(root, { recursive: true })
    await expect(desk.list()).rejects.toMatchObject({ problem: 'no-folder' })
    await expect(desk.create('new', '01', LESSON)).rejects.toMatchObject({ problem: 'no-folder' })
    await expect(stat(root)).rejects.toThrow()
  })
})
