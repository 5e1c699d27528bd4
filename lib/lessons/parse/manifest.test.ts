import { expect, it } from 'vitest'
import { mistakesIn, readSample, SAMPLE } from '@/lib/lessons/test-lesson'

it.each([
  [
    'entry: server.js',
    'entry: sever.js',
    'start/sever.js:1:1 error missing-file: the lesson starts this file; did you mean "server.js"?',
  ],
  ['focus: 2', 'focus: 9', 'lesson.yaml:2:1 error bad-value: start/server.js has 3 lines'],
  ['focus: 2', 'focus: two', 'lesson.yaml:2:8 error bad-value: focus: Invalid input: expected number, received string'],
  ['focus: 2', 'fokus: 2', 'lesson.yaml:2:1 error unknown-key: unknown key "fokus"; did you mean "focus"?'],
  ['cookie-jar]', 'cokie-jar]', 'lesson.yaml:3:20 error bad-value: "cokie-jar" is unknown; did you mean "cookie-jar"?'],
  [
    'watch: [sessions]',
    'watch: [session]',
    'lesson.yaml:4:1 error bad-value: start/server.js declares no top-level "session"; did you mean "sessions"?',
  ],
  ['watch: [sessions]', 'watch: [a-b]', 'lesson.yaml:4:9 error bad-value: watch.0: no name of a variable'],
  ['watch: [sessions]\n', '', 'lesson.yaml:1:1 error missing-key: "watch" is missing'],
  ['2026-11-23T01:00:00Z', 'today', 'lesson.yaml:5:8 error bad-value: epoch: no moment such as 2026-11-23T01:00:00Z'],
  ['focus: 2', 'limits: {step: 1}', 'lesson.yaml:2:10 error unknown-key: unknown key "step"'],
  [
    'focus: 2',
    'limits: {steps: -1}',
    'lesson.yaml:2:17 error bad-value: limits.steps: Too small: expected number to be >0',
  ],
  ['focus: 2', 'servers: 4', 'lesson.yaml:2:10 error bad-value: servers: Too big: expected number to be <=3'],
  ['focus: 2', 'servers: 0', 'lesson.yaml:2:10 error bad-value: servers: Too small: expected number to be >0'],
  ['focus: 2', 'balancing: stiky', 'lesson.yaml:2:12 error bad-value: "stiky" is unknown; did you mean "sticky"?'],
  ['focus: 2', 'packages: [express]', 'lesson.yaml:2:1 error unknown-key: unknown key "packages"'],
  ['focus: 2', 'focus: 2\nfocus: 2', 'lesson.yaml:3:1 error bad-yaml: Map keys must be unique'],
  ['focus: 2', 'focus: &line 2\nlimits: *line', 'lesson.yaml:3:9 error bad-yaml: aliases are not supported'],
])('%s → %s', (old, text, mistake) => {
  const { diagnostics } = readSample({ 'lesson.yaml': (SAMPLE['lesson.yaml'] ?? '').replace(old, text) })
  expect(mistakesIn(diagnostics)[0]).toContain(mistake)
})

it('may raise limits', () => {
  const { lessons, diagnostics } = readSample({ 'lesson.yaml': `${SAMPLE['lesson.yaml']}limits: {steps: 10}\n` })
  expect(mistakesIn(diagnostics)).toEqual([])
  expect(lessons.zh?.options.limits).toEqual({ steps: 10 })
})

it('may have several servers, and panels for what they keep', () => {
  const text = (SAMPLE['lesson.yaml'] ?? '').replace('cookie-jar]', 'files, redis]')
  const { lessons, diagnostics } = readSample({ 'lesson.yaml': `${text}servers: 2\nbalancing: sticky\n` })
  expect(mistakesIn(diagnostics)).toEqual([])
  expect(lessons.zh?.options).toMatchObject({ servers: 2, balancing: 'sticky' })
  expect(lessons.zh?.panels).toEqual(['visitors', 'files', 'redis'])
})
