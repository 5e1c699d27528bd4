import { expect, it } from 'vitest'
import { mistakesIn, readSample } from '@/lib/lessons/test-lesson'

/** What is wrong with the sample when its program has this `package.json`. */
function mistakes(text: string): readonly string[] {
  return mistakesIn(readSample({ 'start/package.json': text }).diagnostics)
}

it.each([
  ['{}'],
  ['{\n  "name": "card",\n  "dependencies": { "express": "4.22.1", "redis": "^3.1.0" }\n}\r\n'],
  ['{ "dependencies": { "mkdirp": "0.5.6", "connect-redis": "9.0.0" } }'],
])('%j is fine', (text) => {
  expect(mistakes(text)).toEqual([])
})

it.each([
  ['{ "dependencies": { "express": "4.22.1", } }', '1:42 error bad-json: expected a name in double quotes, found "}"'],
  ['', '1:1 error bad-json: expected a value, found the end'],
  ['[]', '1:1 error bad-value: it must be an object, { … }'],
  ['{\n  "dependencies": []\n}', '2:3 error bad-value: "dependencies" must be an object of package names and versions'],
  [
    '{\r\n  "name": "redis",\r\n  "dependencies": {\r\n    "redis": "4.7.1"\r\n  }\r\n}',
    '4:5 error not-offered: "redis" is not offered in version "4.7.1"; offered is redis 6.3.1 or 3.1.2, exactly or as a range with ^',
  ],
  [
    '{ "dependencies": { "express": 4 } }',
    '1:21 error not-offered: "express" is not offered in version 4; offered is express 5.3.0 or 4.22.1, exactly or as a range with ^',
  ],
  [
    '{ "dependencies": { "expres": "5.3.0" } }',
    '1:21 error not-offered: there is no package "expres" here; did you mean "express"?',
  ],
])('%j', (text, mistake) => {
  const [first, ...others] = mistakes(text)
  expect(first).toContain(`start/package.json:${mistake}`)
  expect(others).toEqual([])
})

it('looks into every program, and at any JSON', () => {
  const { diagnostics } = readSample({
    'start/data.json': '{}',
    'solutions/pay/data.json': '{',
    'start/note.txt': '{',
  })
  expect(mistakesIn(diagnostics)).toEqual([
    'solutions/pay/data.json:1:2 error bad-json: expected a name in double quotes or }, found the end',
  ])
})

it('has one package.json for all languages', () => {
  const { diagnostics } = readSample({ 'start/package.json': '{}', 'start.en/package.json': '{}' })
  expect(mistakesIn(diagnostics)).toEqual([
    'start.en/package.json:1:1 error overlay-drift: start/package.json is the same in every language',
  ])
})
