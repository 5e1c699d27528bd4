import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkLessons } from '@/lib/cli/check-lessons'
import { TEMPLATE } from '@/lib/cli/new-command'
import { diskAt } from '@/lib/cli/read-lessons'
import { atMost } from '@/lib/lessons/check/at-most'
import { lessonPaths } from '@/lib/lessons/course'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import { type LessonReading, parseLesson } from '@/lib/lessons/parse/lesson'
import { openWorlds } from '@/lib/runtime/node'

/** What a new author starts from. */
const GOOD: Readonly<Record<string, string>> = Object.fromEntries(
  (await lessonPaths(diskAt(join(TEMPLATE, '..')), 'template')).map((path) => {
    const inside = path.slice('template/'.length)
    return [inside, readFileSync(join(TEMPLATE, inside), 'utf8')]
  }),
)

/** A lesson of the same course that nobody touched: without its task, so that it is run quickly. */
const OTHER: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(GOOD)
    .filter(([path]) => !/^(solutions|wrong)\//.test(path))
    .map(([path, text]) => [path, path.endsWith('.md') ? text.slice(0, text.indexOf('\n## ')) : text]),
)

type Files = Readonly<Record<string, string | null>>

/** What an author did: files in the place of the good ones; `null` for one that is not there. */
type Edit = (files: Readonly<Record<string, string>>) => Files

/** The same replacement in both pages, so that they do not drift. */
function inPages(old: string, text: string): Edit {
  return (files) => ({ 'zh.md': replaced(files, 'zh.md', old, text), 'en.md': replaced(files, 'en.md', old, text) })
}

function inFile(path: string, old: string, text: string): Edit {
  return (files) => ({ [path]: replaced(files, path, old, text) })
}

function replaced(files: Readonly<Record<string, string>>, path: string, old: string, text: string): string {
  const source = files[path] ?? ''
  if (!source.includes(old)) throw new Error(`${path} does not hold ${JSON.stringify(old)}`)
  return source.replace(old, () => text)
}

function read(edit: Edit): LessonReading {
  const files = Object.entries({ ...GOOD, ...edit(GOOD) }).filter((file): file is [string, string] => file[1] !== null)
  return parseLesson('01-mine', Object.fromEntries(files))
}

/** What the check of both lessons prints, without the summary. */
async function check(edit: Edit): Promise<readonly string[]> {
  const readings = [read(edit), parseLesson('02-other', OTHER)]
  const printed: string[] = []
  await checkLessons(readings, [], atMost(2, openWorlds()), (line) => printed.push(line))
  return printed.slice(0, -1)
}

const OTHER_HOLDS = ['zh', 'en'].map(
  (locale) => `lessons/02-other/${locale}.md: 3 steps, 0 tasks, 0 solutions, 0 wrong programs: all hold`,
)

/** Line of a text in one of the template's files, from 1. */
function lineOf(path: string, text: string): number {
  const lines = (GOOD[path] ?? '').split('\n')
  const index = lines.findIndex((line) => line.includes(text))
  if (index === -1) throw new Error(`${path} does not hold ${JSON.stringify(text)}`)
  return index + 1
}

const TASK = lineOf('zh.md', ':::task')
const HINT = lineOf('zh.md', ':::hint')
const WRONG = lineOf('zh.md', ':::wrong')
const FIRST = lineOf('zh.md', '```http')

/** Each with the mistakes that reading finds in the Chinese page and in files that both languages share. */
const READ: readonly (readonly [what: string, edit: Edit, mistakes: readonly string[]])[] = [
  [
    'bad YAML',
    inFile('lesson.yaml', 'panels: [', 'panels: [[\n'),
    [
      'lesson.yaml:3:1 error bad-yaml: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ],
  [
    'bad YAML before the text',
    inFile('zh.md', 'title: ', 'title: "'),
    ['zh.md:3:28 error bad-yaml: Missing closing "quote'],
  ],
  [
    'a tab in YAML',
    inFile('lesson.yaml', 'watch: [visits]', 'watch:\n\t- visits'),
    ['lesson.yaml:4:1 error bad-yaml: Tabs are not allowed as indentation'],
  ],
  [
    'an unknown key',
    inFile('lesson.yaml', 'panels', 'panel'),
    [
      'lesson.yaml:1:1 error missing-key: "panels" is missing',
      'lesson.yaml:2:1 error unknown-key: unknown key "panel"; did you mean "panels"?',
    ],
  ],
  [
    'an unknown directive',
    inPages('::visit', '::vist'),
    [
      `zh.md:${lineOf('zh.md', '::visit')}:1 error unknown-directive: unknown directive "::vist"; did you mean "visit"?`,
    ],
  ],
  [
    'an unknown container',
    inPages(':::hint', ':::tip'),
    [`zh.md:${HINT}:1 error unknown-directive: unknown directive ":::tip"`],
  ],
  [
    'text that looks like a directive',
    inPages('## ', '::visit {visitor=alice get=/}\n\n## '),
    [
      `zh.md:${lineOf('zh.md', '## ')}:1 error not-a-directive: this looks like a directive, but is none: write ::name{key=value}, and quote values that hold = < > or spaces`,
    ],
  ],
  [
    'a file that is not there',
    (files) => ({ 'start/server.js': null, 'start/sever.js': files['start/server.js'] ?? '' }),
    ['start/server.js:1:1 error missing-file: the lesson starts this file; did you mean "sever.js"?'],
  ],
  [
    'no page in a language',
    () => ({ 'en.md': null }),
    ['en.md:1:1 error missing-file: every lesson is in Chinese and English'],
  ],
  [
    'an id given twice',
    inPages(':::hint{', ':::task[x]{id=count}\n```sessions\n{a}\n```\n:::\n\n:::hint{'),
    [`zh.md:${HINT}:12 error duplicate-id: there is a task "count" already`],
  ],
  [
    'a hint without task',
    inPages(':::hint{task=count}', ':::hint{task=conut}'),
    [`zh.md:${HINT}:9 error hint-orphan: no task "conut"; did you mean "count"?`],
  ],
  [
    'a task that nothing proves',
    inPages('## ', ':::task[x]{id=x}\nDo it.\n:::\n\n## '),
    [
      `zh.md:${lineOf('zh.md', '## ')}:1 error task-unproved: task "x" has no http, jar, sessions, files or redis fence that proves it`,
      `zh.md:${lineOf('zh.md', '## ')}:12 error task-unsolved: no program in solutions/ is named "x", and none solves all tasks`,
    ],
  ],
  [
    'a wrong program that is not there',
    inPages('program=everybody', 'program=every'),
    [
      'wrong/everybody:1:1 error program-unused: nothing uses this program; write what it is told: ":::wrong{task=… program=everybody}"',
      `zh.md:${WRONG}:21 error wrong-without-program: there is no folder wrong/every/`,
    ],
  ],
  [
    'an overlay that changes behaviour',
    (files) => ({ 'start.en/server.js': replaced(files, 'start/server.js', 'visits.set(id, 1)', 'visits.set(id, 2)') }),
    [
      `start.en/server.js:${lineOf('start/server.js', 'visits.set')}:20 error overlay-drift: differs from start/ in more than comments and the text of strings`,
    ],
  ],
  [
    'a package.json that is none',
    () => ({ 'start/package.json': '{\n  "dependencies": {\n    "express": "4.22.1",\n  }\n}\n' }),
    ['start/package.json:4:3 error bad-json: expected a name in double quotes, found "}"'],
  ],
  [
    'a version that is not offered',
    () => ({ 'start/package.json': '{ "dependencies": { "express": "3.0.0" } }' }),
    [
      'start/package.json:1:21 error not-offered: "express" is not offered in version "3.0.0"; offered is express 5.3.0 or 4.22.1, exactly or as a range with ^',
    ],
  ],
  [
    'a program that does not parse',
    inFile('solutions/count/server.js', 'var visits = new Map();', 'var visits = new Map(;'),
    ['solutions/count/server.js:6:22 error program-syntax: Unexpected token'],
  ],
  [
    'a name that nothing captures',
    inPages('{alice} 2\n{bob} 1', '{alcie} 2\n{!carol} 1'),
    [`zh.md:${lineOf('zh.md', '{bob} 1')}:1 error unknown-capture: nothing captures "carol"`],
  ],
  [
    'too much text',
    inPages('## ', `${'字'.repeat(200_000)}\n\n## `),
    [`zh.md:${lineOf('zh.md', '## ')}:1 error unreadable: a line longer than 10000 characters`],
  ],
]

describe('a new author', () => {
  it.each(READ)('is told about %s', (_what, edit, mistakes) => {
    const told = read(edit).diagnostics.filter(
      ({ file }) => !file.endsWith('/en.md') || mistakes[0]?.startsWith('en.md'),
    )
    expect(told.map(formatDiagnostic)).toEqual(
      mistakes.map((mistake) => expect.stringContaining(`lessons/01-mine/${mistake}`)),
    )
  })

  it('does no harm to other lessons', async () => {
    const printed = await check(inFile('lesson.yaml', 'panels: [', 'panels: [[\n'))
    expect(printed.slice(1)).toEqual(OTHER_HOLDS)
    expect(printed[0]).toMatch(/^lessons\/01-mine\/lesson\.yaml:/)
  })

  it.each<[string, Edit, string]>([
    [
      'a transcript that does not hold',
      inPages('!Set-Cookie\n~ 1', '!Set-Cookie\n~ 2'),
      `zh.md:${lineOf('zh.md', '!Set-Cookie') + 1}:1 error prose-fails: body: expects "2", got "<h1>1</h1>"`,
    ],
    [
      'a wrong program that passes',
      (files) => ({ 'wrong/everybody/server.js': files['solutions/count/server.js'] ?? '' }),
      `zh.md:${WRONG}:1 error wrong-passes: wrong/everybody/ passes task "count"`,
    ],
    [
      'a solution that does not solve',
      (files) => ({ 'solutions/count/server.js': files['start/server.js'] ?? '' }),
      'error solution-fails: solutions/count/ fails task "count": row: expects ',
    ],
    [
      'a task that is solved already',
      (files) => ({ 'start/server.js': files['solutions/count/server.js'] ?? '' }),
      `zh.md:${TASK}:1 error start-passes: start/ passes task "count" already`,
    ],
    [
      'a wrong program that fails as start/ does',
      (files) => ({ 'wrong/everybody/server.js': files['start/server.js'] ?? '' }),
      `zh.md:${WRONG}:1 error wrong-indistinct: wrong/everybody/ fails just as start/ does`,
    ],
    [
      'a program that never comes to its end',
      inFile('solutions/count/server.js', "app.get('/'", "while (true);\napp.get('/'"),
      'endless-loop',
    ],
  ])('is told about %s, found by running it', async (_what, edit, mistake) => {
    const printed = await check(edit)
    expect(printed.slice(-2)).toEqual(OTHER_HOLDS)
    expect(printed.join('\n')).toContain(mistake)
  })

  it('may let one language wait: the other is checked, and shown', async () => {
    const printed = await check(inFile('zh.md', '## ', '<br>\n\n## '))
    expect(printed).toEqual([
      `lessons/01-mine/zh.md:${lineOf('zh.md', '## ')}:1 error raw-html: raw HTML is not rendered; use Markdown`,
      'lessons/01-mine/en.md: 3 steps, 1 task, 1 solution, 1 wrong program: all hold',
      ...OTHER_HOLDS,
    ])
  })

  it('is told where the languages drift apart', async () => {
    const printed = await check(
      inFile('en.md', '```http visitor=alice\nGET /\n\nHTTP', '```http visitor=bob\nGET /\n\nHTTP'),
    )
    expect(printed[0]).toMatch(
      new RegExp(
        `^lessons/01-mine/en\\.md:${FIRST}:1 error drift: zh\\.md:${FIRST} has "http visitor=alice .*", this page "http visitor=bob`,
      ),
    )
  })

  it.each<[string, (text: string) => string]>([
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text) => `\u{feff}${text}`],
    ['blanks at the ends of lines', (text) => text.replaceAll(/(?<!---)\n/g, '  \n')],
    ['tabs', (text) => text.replace('- a: ', '-\ta:\t').replace('- b: ', '-\tb: ')],
    ['emoji', (text) => text.replace('## ', '## 💈✂️ ')],
    ['200 kB', (text) => text.replace('## ', `${`${'卡上只有号码。'.repeat(10)}\n\n`.repeat(1000)}## `)],
  ])('may write pages with %s', (_what, change) => {
    const { lessons, diagnostics } = read((files) => ({
      'zh.md': change(files['zh.md'] ?? ''),
      'en.md': change(files['en.md'] ?? ''),
    }))
    expect(diagnostics.map(formatDiagnostic)).toEqual([])
    expect(lessons.zh?.blocks.map(({ type }) => type)).toEqual(
      read(() => ({})).lessons.zh?.blocks.map(({ type }) => type),
    )
  })

  it('may write all of it with CRLF, which changes nothing of what it does', async () => {
    const printed = await check((files) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', '\r\n')])),
    )
    expect(printed.filter((line) => line.endsWith(': all hold'))).toEqual(printed)
    expect(printed).toHaveLength(4)
  })
})
