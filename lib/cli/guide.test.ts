import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLessons } from '@/lib/cli/check-lessons'
import { TEMPLATE } from '@/lib/cli/new-command'
import { USAGE } from '@/lib/cli/usage'
import { atMost } from '@/lib/lessons/check/at-most'
import { type Diagnostic, formatDiagnostic, Reporter } from '@/lib/lessons/diagnostic'
import { parseLesson } from '@/lib/lessons/parse/lesson'
import { readManifest } from '@/lib/lessons/parse/manifest'
import { parsePage } from '@/lib/lessons/parse/page'
import { checkReferences } from '@/lib/lessons/parse/references'
import { CONTAINER_DIRECTIVES, FENCES, LEAF_DIRECTIVES, SHOWN_FENCES } from '@/lib/lessons/parse/vocabulary'
import { openWorlds } from '@/lib/runtime/node'

const guide = readFileSync(join(import.meta.dirname, '../../lessons/README.md'), 'utf8')

/** Its samples of one kind. */
function samples(opening: string, closing: string): readonly string[] {
  return guide
    .split(`\n${opening}\n`)
    .slice(1)
    .map((text) => text.slice(0, text.indexOf(`\n${closing}\n`) + 1))
}

function template(path: string): string {
  return readFileSync(join(TEMPLATE, path), 'utf8')
}

const [manifest = '', allOfManifest = ''] = samples('```yaml', '```')
const [solvingLine = '', start = ''] = samples('```js', '```')
const [lesson = '', ...pieces] = samples('````md', '````')
const todo = samples('```md', '```')

describe("the authors' guide", () => {
  it('shows a lesson that holds, in every way', async () => {
    const solution = start.replace(/visits\.set\(.*\);/, solvingLine.trim())
    const reading = parseLesson('08-visits', {
      'lesson.yaml': manifest,
      'en.md': lesson,
      'zh.md': lesson,
      'start/server.js': start,
      'solutions/count/server.js': solution,
      'wrong/everybody/server.js': template('wrong/everybody/server.js'),
    })
    const printed: string[] = []
    await checkLessons([reading], [], atMost(2, openWorlds()), (line) => printed.push(line))
    expect(printed).toEqual([
      'lessons/08-visits/zh.md: 3 steps, 1 task, 1 solution, 1 wrong program: all hold',
      'lessons/08-visits/en.md: 3 steps, 1 task, 1 solution, 1 wrong program: all hold',
      '1 lesson, no mistakes',
    ])
    expect(solution).toBe(template('solutions/count/server.js'))
  })

  it('shows the lesson that new ones are copies of', () => {
    expect({ manifest, lesson, start }).toEqual({
      manifest: template('lesson.yaml'),
      lesson: template('en.md'),
      start: template('start/server.js'),
    })
  })

  it('shows Markdown without mistakes', () => {
    expect([pieces.length, todo.length]).toEqual([3, 1])
    const found: Diagnostic[] = []
    const page = `---\ntitle: t\nsummary: s\n---\n${[...pieces, ...todo].join('\n')}\n`
    const reporter = new Reporter('README.md', found)
    const references = parsePage(page, reporter)?.references ?? []
    checkReferences(references, { solutions: ['all'], wrong: ['misspelt'] }, reporter)
    expect(found.map(formatDiagnostic)).toEqual([])
  })

  it('shows a lesson.yaml without mistakes, with every key', () => {
    const found: Diagnostic[] = []
    const read = readManifest(allOfManifest, new Reporter('README.md', found))
    expect(found).toEqual([])
    expect(Object.keys(read ?? {}).sort()).toEqual(
      ['balancing', 'entry', 'epoch', 'focus', 'home', 'limits', 'panels', 'servers', 'watch'].sort(),
    )
  })

  it('has every word of the format', () => {
    const text = [...pieces, ...todo].join('\n')
    for (const name of Object.keys(LEAF_DIRECTIVES)) expect(text).toMatch(new RegExp(`^::${name}(\\{|$)`, 'm'))
    for (const name of Object.keys(CONTAINER_DIRECTIVES)) expect(text).toMatch(new RegExp(`^:::${name}([[{]|$)`, 'm'))
    for (const name of Object.keys(FENCES)) expect(text).toMatch(new RegExp(`^\`\`\`${name}( |$)`, 'm'))
    for (const name of SHOWN_FENCES) expect(guide).toContain(`\`${name}\``)
    const attributes = Object.values({ ...LEAF_DIRECTIVES, ...CONTAINER_DIRECTIVES, ...FENCES }).flatMap(Object.keys)
    for (const name of attributes) expect(guide).toMatch(new RegExp(`\\b${name}(=|\`|\\})`))
  })

  it('calls commands as they are called', () => {
    const called = [...guide.matchAll(/npm run lessons -- (\w+)/g)].map((match) => match[1])
    expect([...new Set(called)].sort()).toEqual(['check', 'new', 'play'])
    for (const [option] of guide.matchAll(/(?<= )--[a-z]+/g)) expect(USAGE).toContain(option)
  })
})
