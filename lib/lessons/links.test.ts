import { expect, it } from 'vitest'
import { formatDiagnostic } from '@/lib/lessons/diagnostic'
import { brokenLinksAmong } from '@/lib/lessons/links'
import { readSample, samplePage } from '@/lib/lessons/test-lesson'

/** The sample with texts in the place of its first sentence, of an answer's explanation, and of a hint. */
function reading(sentence: string, explanation: string, hint: string) {
  const page = (said: string) =>
    samplePage(said)
      .replace('At 10:30', `${sentence} at 10:30`)
      .replace('Two.', explanation)
      .replace('Look *closer*.', hint)
  return readSample({ 'zh.md': page('欢迎'), 'en.md': page('Welcome') })
}

it('leads from lesson to lesson', () => {
  const links = reading('[a](./card) [b](../cookies) [c](#d) [e](https://f.example)', '[g](./card#h)', '[i](/j)')
  expect(links.diagnostics).toEqual([])
  expect(brokenLinksAmong([links])).toEqual([])
})

it('does not lead where there is no lesson', () => {
  const links = reading('*[a](./crad)*', '[b](./x)', '[c](./)')
  expect(
    brokenLinksAmong([links])
      .filter(({ file }) => file.endsWith('zh.md'))
      .map(formatDiagnostic),
  ).toEqual([
    'lessons/03-card/zh.md:6:2 error broken-link: there is no lesson "crad"; did you mean "card"?',
    'lessons/03-card/zh.md:31:1 error broken-link: there is no lesson "x"',
    'lessons/03-card/zh.md:53:1 error broken-link: there is no lesson ""',
  ])
})
