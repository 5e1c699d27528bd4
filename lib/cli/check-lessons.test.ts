import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkLessons } from '@/lib/cli/check-lessons'
import { readLessons } from '@/lib/cli/read-lessons'
import { shopRunner } from '@/lib/lessons/check/test-shop'

const MANIFEST = 'entry: shop.json\npanels: [visitors]\nwatch: []\nepoch: 2026-11-23T01:00:00Z\n'
const PAGE = '---\ntitle: t\nsummary: s\n---\n\n```http visitor=alice\nGET /\n\n~ new 100\n```\n'
const GOOD = { 'lesson.yaml': MANIFEST, 'zh.md': PAGE, 'en.md': PAGE, 'start/shop.json': '{"id":"crypto"}' }

let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lessons-'))
})

afterEach(() => rm(root, { recursive: true }))

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, folder, path)), { recursive: true })
    await writeFile(join(root, folder, path), content)
  }
}

async function check(...slugs: string[]): Promise<{ mistakes: number; printed: string[] }> {
  const printed: string[] = []
  const mistakes = await checkLessons(await readLessons(root), slugs, shopRunner().open, (line) => printed.push(line))
  return { mistakes, printed }
}

describe('the lessons in a folder', () => {
  it('are read and run', async () => {
    await write('03-card', GOOD)
    await write('.', { 'README.md': 'guide' })
    await write('03-card', { '.DS_Store': '' })
    expect(await check()).toEqual({
      mistakes: 0,
      printed: [
        'lessons/03-card/zh.md: 1 step, 0 tasks, 0 solutions, 0 wrong programs: all hold',
        'lessons/03-card/en.md: 1 step, 0 tasks, 0 solutions, 0 wrong programs: all hold',
        '1 lesson, no mistakes',
      ],
    })
  })

  it('are chosen by slug or by folder', async () => {
    await write('03-card', GOOD)
    await write('04-more', { ...GOOD, 'zh.md': '' })
    expect((await check('card')).printed.at(-1)).toBe('1 lesson, no mistakes')
    expect((await check('03-card')).printed.at(-1)).toBe('1 lesson, no mistakes')
  })

  it('do not keep each other from being checked', async () => {
    await write('03-card', { ...GOOD, 'lesson.yaml': '' })
    await write('04-more', { ...GOOD, 'en.md': PAGE.replace('100', '90') })
    const { mistakes, printed } = await check()
    expect(printed.slice(-2)).toEqual([
      'lessons/04-more/en.md:9:1 error prose-fails: body: expects "new 90", got "new 100"',
      `2 lessons, ${mistakes} mistakes`,
    ])
    expect(printed[0]).toMatch(/^lessons\/03-card\/lesson\.yaml:1:1 error/)
  })

  it('may not share a slug or a number', async () => {
    await write('03-card', GOOD)
    await write('04-card', GOOD)
    await write('3-other', GOOD)
    const { printed } = await check()
    expect(printed).toContain('lessons/04-card:1:1 error duplicate-lesson: lessons/03-card has the same slug "card"')
    expect(printed).toContain('lessons/3-other:1:1 error duplicate-lesson: lessons/03-card has the same number 3')
  })

  it('are checked as far as the runtime goes', async () => {
    await write('03-card', GOOD)
    const printed: string[] = []
    const broken = () => Promise.reject(new Error('no worker'))
    const mistakes = await checkLessons(await readLessons(root), [], broken, (line) => printed.push(line))
    expect(mistakes).toBe(2)
    expect(printed[0]).toBe('lessons/03-card/zh.md: could not be run: no worker')
  })
})
