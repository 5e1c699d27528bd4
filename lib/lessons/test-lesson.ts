import type { Diagnostic } from '@/lib/lessons/diagnostic'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import { type LessonReading, parseLesson } from '@/lib/lessons/parse/lesson'

const MANIFEST = `entry: server.js
focus: 2
panels: [visitors, cookie-jar]
watch: [sessions]
epoch: 2026-11-23T01:00:00Z
`

/** A page that has one of everything; `said` is what the shop says. */
export function samplePage(said: string): string {
  return `---
title: Card
summary: A card.
---

At 10:30, on localhost:8080, hello:there.

::new-visitor{name=alice url=/}

\`\`\`http visitor=bob
GET /
Cookie: connect.sid=1

HTTP/1.1 200
Set-Cookie: connect.sid={card}; Path=/
!Location
~ ${said}
\`\`\`

\`\`\`sessions
{card} {balance: 100}
!1
\`\`\`

:::predict{answer=b}
How much?

- a: one
- b: two

Two.
:::

:::task[Pay]{id=pay law=unpredictable-ids capture=sid}
Do it.

\`\`\`http visitor=alice
GET /

Set-Cookie: connect.sid={sid}
\`\`\`

\`\`\`jar visitor=alice
connect.sid={sid}; Path=/
\`\`\`
:::

:::hint{task=pay}
Look.
:::

:::hint{task=pay}
Look *closer*.
:::

:::wrong{task=pay program=late}
Too late.
:::
`
}

/** The files of a small lesson without a mistake. */
export const SAMPLE: Readonly<Record<string, string>> = {
  'lesson.yaml': MANIFEST,
  'zh.md': samplePage('欢迎'),
  'en.md': samplePage('Welcome'),
  'start/server.js': "var sessions = {}\nvar text = '欢迎' // 店\n",
  'start.en/server.js': "var sessions = {}\nvar text = 'Welcome' // shop\n",
  'solutions/pay/server.js': 'var sessions = {}\n',
  'wrong/late/server.js': 'var sessions = {}\n',
}

/** The sample with some files put in the place of its own; `null` takes one away. */
export function readSample(changes: Readonly<Record<string, string | null>> = {}, folder = '03-card'): LessonReading {
  const files = Object.entries({ ...SAMPLE, ...changes }).filter((file): file is [string, string] => file[1] !== null)
  return parseLesson(folder, Object.fromEntries(files))
}

/** What is wrong with the sample after `text` was put in the place of the first `old` in both of its pages, in Chinese. */
export function mistakesAfter(old: string, text: string): readonly string[] {
  const edited = (page: string) => {
    if (!page.includes(old)) throw new Error(`the sample does not hold "${old}"`)
    return page.replace(old, () => text)
  }
  const changes = { 'zh.md': edited(samplePage('欢迎')), 'en.md': edited(samplePage('Welcome')) }
  return mistakesIn(readSample(changes).diagnostics.filter(({ file }) => file.endsWith('zh.md')))
}

/** Diagnostics as authors see them, without the lesson's folder. */
export function mistakesIn(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).replace('lessons/03-card/', ''))
}
