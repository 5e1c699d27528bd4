import { describe, expect, it } from 'vitest'
import { checkLesson, solutionsOf } from '@/lib/lessons/check/check-lesson'
import { type Shop, shopRunner } from '@/lib/lessons/check/test-shop'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import { parseLesson } from '@/lib/lessons/parse/lesson'

const PAGE = `---
title: Card
summary: A card.
---

\`\`\`http visitor=alice
GET /

~ new 100
\`\`\`

:::task[No debt]{id=no-debt}
\`\`\`http visitor=alice
GET /

Set-Cookie: connect.sid={card}
\`\`\`

::visit{visitor=alice get=/ times=10}

\`\`\`sessions
{card} balance: 0
\`\`\`

\`\`\`http visitor=alice
GET /

!~ -10
\`\`\`
:::

:::wrong{task=no-debt program=early}
Too early.
:::
`

/** What running the lesson finds wrong, with some of its programs or its page changed. */
async function mistakes(shops: Readonly<Record<string, Shop>>, page = PAGE): Promise<readonly string[]> {
  const programs = { start: { id: 'random' }, 'solutions/no-debt': { id: 'random', poor: 'refuse' }, ...shops }
  const reading = parseLesson('03-card', {
    'lesson.yaml': 'entry: shop.json\npanels: [visitors]\nwatch: []\nepoch: 2026-11-23T01:00:00Z\n',
    'zh.md': page,
    'en.md': page,
    ...Object.fromEntries(
      Object.entries(programs).map(([folder, shop]) => [`${folder}/shop.json`, JSON.stringify(shop)]),
    ),
  })
  const { zh } = reading.lessons
  if (!zh) throw new Error(reading.diagnostics.map(formatDiagnostic).join('\n'))
  const { open, opened } = shopRunner()
  const found = await checkLesson('03-card', zh, open)
  expect(opened.open).toBe(0)
  return found.map(formatDiagnostic)
}

const EARLY: Shop = { id: 'random', poor: 'refuse-early' }

describe('a lesson is run', () => {
  it('and nothing is wrong', async () => {
    expect(await mistakes({ 'wrong/early': EARLY })).toEqual([])
  })

  it('and its prose does not hold', async () => {
    expect(await mistakes({ 'wrong/early': EARLY }, PAGE.replace('~ new 100', '~ new 90'))).toEqual([
      'lessons/03-card/zh.md:9:1 error prose-fails: body: expects "new 90", got "new 100"',
    ])
  })

  it('and what an aside says does not hold', async () => {
    const aside = `:::aside[Fines]{kind=history}\n\`\`\`http visitor=alice\nGET /\n\n~ left 80\n\`\`\`\n:::\n\n`
    expect(await mistakes({ 'wrong/early': EARLY }, PAGE.replace(':::task', `${aside}:::task`))).toEqual([
      'lessons/03-card/zh.md:16:1 error prose-fails: body: expects "left 80", got "left 90"',
    ])
  })

  it('and what should be done can not be', async () => {
    const page = PAGE.replace(':::task', '::new-visitor{name=alice}\n\n:::task')
    expect(await mistakes({ 'wrong/early': EARLY }, page)).toEqual([
      "lessons/03-card/zh.md:12:1 error prose-fails: new-visitor can't be done: visitor-here-already",
    ])
  })

  it('and a question, a hint and a message are no steps of it', async () => {
    const page = `${PAGE}\n:::hint{task=no-debt}\nLook.\n:::\n\n:::predict{answer=a}\nWell?\n\n- a: yes\n- b: no\n:::\n`
    expect(await mistakes({ 'wrong/early': EARLY }, page)).toEqual([])
  })

  it('and its solution breaks a law', async () => {
    const page = PAGE.replace('{id=no-debt}', '{id=no-debt law=unpredictable-ids capture=card}')
    const found = await mistakes({ 'wrong/early': EARLY }, page)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(
      /zh\.md:12:1 error solution-fails: solutions\/no-debt\/ fails task "no-debt": \{card\} is "\S+" again; made of random$/,
    )
    const honest = { start: { id: 'crypto' }, 'solutions/no-debt': { id: 'crypto', poor: 'refuse' } } as const
    expect(await mistakes({ ...honest, 'wrong/early': { ...EARLY, id: 'crypto' } }, page)).toEqual([])
  })

  it('and a wrong program breaks nothing but a law', async () => {
    const page = PAGE.replace('{id=no-debt}', '{id=no-debt law=unpredictable-ids capture=card}')
    const honest = { start: { id: 'crypto' }, 'solutions/no-debt': { id: 'crypto', poor: 'refuse' } } as const
    expect(await mistakes({ ...honest, 'wrong/early': { id: 'random', poor: 'refuse' } }, page)).toEqual([])
  })

  it('and start/ passes a task', async () => {
    expect(await mistakes({ start: { id: 'random', poor: 'refuse' }, 'wrong/early': EARLY })).toEqual([
      'lessons/03-card/zh.md:12:1 error start-passes: start/ passes task "no-debt" already',
    ])
  })

  it('and a solution fails', async () => {
    const [mistake] = await mistakes({ 'solutions/no-debt': { id: 'random', closed: true }, 'wrong/early': EARLY })
    expect(mistake).toBe(
      'lessons/03-card/zh.md:13:1 error solution-fails: solutions/no-debt/ fails task "no-debt": no answer to "GET /": connection-refused',
    )
  })

  it('and a wrong program passes', async () => {
    expect(await mistakes({ 'wrong/early': { id: 'random', poor: 'refuse' } })).toEqual([
      'lessons/03-card/zh.md:32:1 error wrong-passes: wrong/early/ passes task "no-debt"',
    ])
  })

  it('and a wrong program can not be told from start/', async () => {
    const [mistake] = await mistakes({ 'wrong/early': { id: 'clock' } })
    expect(mistake).toMatch(
      /^lessons\/03-card\/zh\.md:32:1 error wrong-indistinct: wrong\/early\/ fails just as start\/ does/,
    )
  })

  it('and two wrong programs can not be told apart', async () => {
    const page = `${PAGE}\n:::wrong{task=no-debt program=sooner}\nToo early as well.\n:::\n`
    const [mistake] = await mistakes({ 'wrong/early': EARLY, 'wrong/sooner': { ...EARLY, id: 'clock' } }, page)
    expect(mistake).toMatch(/:36:1 error wrong-indistinct: wrong\/sooner\/ fails just as wrong\/early\/ does/)
  })
})

it('solves a task by the solution of its name and by those of no task', () => {
  const program = { files: {}, entry: '' }
  const blocks = [task('a'), task('b')]
  const solutions = { a: program, b: program, both: program }
  expect(solutionsOf({ id: 'a' }, { blocks, solutions })).toEqual(['a', 'both'])
})

function task(id: string) {
  return { type: 'task', line: 1, id, title: id, blocks: [], proof: [], laws: [] } as const
}
