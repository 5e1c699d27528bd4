import { expect, it } from 'vitest'
import { mistakesIn, readSample, samplePage } from '@/lib/lessons/test-lesson'

it.each([
  ['visitor=bob', 'visitor=carol', 10],
  ['GET /', 'GET /card', 10],
  ['connect.sid=1', 'connect.sid=2', 10],
  ['HTTP/1.1 200', 'HTTP/1.1 201', 10],
  ['!Location', 'Location: /', 16],
  ['balance: 100', 'balance: 90', 21],
  ['!1', '1', 22],
  ['url=/', 'url=/card', 8],
  ['answer=b', 'answer=a', 25],
  ['- b: two', '- b: two\n- c: three', 25],
  ['id=pay ', 'id=buy ', 34],
  ['law=unpredictable-ids capture=sid', '', 34],
  [':::hint{task=pay}\nLook.\n:::\n', '', 53],
])('the English page may not have %j → %j', (old, text, line) => {
  const { diagnostics } = readSample({ 'en.md': samplePage('Welcome').replaceAll(old, text) })
  const drift = diagnostics.filter(({ code }) => code === 'drift')
  expect(drift).toMatchObject([{ file: 'lessons/03-card/en.md', line, column: 1 }])
})

it('says what the other page has', () => {
  const { diagnostics } = readSample({ 'en.md': samplePage('Welcome').replace('HTTP/1.1 200', 'HTTP/1.1 201') })
  expect(mistakesIn(diagnostics)).toEqual(['en.md:10:1 error drift: zh.md:10 has "status 200", this page "status 201"'])
})

it('tells a page that ends too early or goes on too long', () => {
  const page = samplePage('Welcome')
  const more = readSample({ 'en.md': `${page}\n::restart\n` })
  expect(mistakesIn(more.diagnostics)).toEqual([
    'en.md:60:1 error drift: zh.md has nothing more, this page "{"type":"restart"}"',
  ])
  const less = readSample({ 'zh.md': `${samplePage('欢迎')}\n::restart\n` })
  expect(mistakesIn(less.diagnostics)).toEqual([
    'en.md:56:1 error drift: zh.md:60 has "{"type":"restart"}", this page ends here',
  ])
})

it('lets prose, titles and what bodies say differ', () => {
  const page = samplePage('Welcome\n!~ Goodbye').replace('# ', '## ').replace('[Pay]', '[Settle up]')
  expect(mistakesIn(readSample({ 'en.md': page }).diagnostics)).toEqual([])
})
