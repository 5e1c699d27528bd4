import { describe, expect, it } from 'vitest'
import { brokenLinksAmong } from '@/lib/lessons/links'
import { mistakesAfter, mistakesIn, readSample, samplePage } from '@/lib/lessons/test-lesson'

const LEAF = '::new-visitor{name=alice url=/}'
const QUESTION = ':::predict{answer=b'

/** The sample's page with a table of findings in it, by its rows; it asks under the name "much". */
function pageWith(rows: string, said = '欢迎'): string {
  const table = `:::findings\n| | a | b |\n| --- | --- | --- |\n${rows}\n:::`
  return samplePage(said).replace(LEAF, table).replace(QUESTION, `${QUESTION} id=much`)
}

function mistakesOf(rows: string): readonly string[] {
  const pages = { 'zh.md': pageWith(rows), 'en.md': pageWith(rows, 'Welcome') }
  return mistakesIn(readSample(pages).diagnostics.filter(({ file }) => file.endsWith('zh.md')))
}

const ROWS = '| much: how *much* | 1 | **2** |\n| pay： who pays | 3 | `4` |'

describe('a table of findings', () => {
  it('has rows without what they are filled by', () => {
    const { lessons, diagnostics } = readSample({ 'zh.md': pageWith(ROWS), 'en.md': pageWith(ROWS, 'Welcome') })
    expect(mistakesIn(diagnostics)).toEqual([])
    const findings = lessons.zh?.blocks.find((block) => block.type === 'findings')
    expect(findings).toMatchObject({
      line: 8,
      columns: [[], [{ value: 'a' }], [{ value: 'b' }]],
      rows: [
        { line: 11, by: 'much', label: [{ value: 'how ' }, { type: 'emphasis' }], cells: [[{ value: '1' }], [{}]] },
        { line: 12, by: 'pay', label: [{ value: 'who pays' }] },
      ],
    })
    expect(lessons.zh?.blocks.find((block) => block.type === 'predict')).toMatchObject({ id: 'much', named: true })
  })

  it.each([
    ['| moch: x | 1 | 2 |', '11:3 error finding-orphan: no task or question "moch"; did you mean "much"?'],
    [
      '| restart: x | 1 | 2 |',
      '11:3 error finding-orphan: no task or question "restart"; a question gets its name by id=…, as a task does',
    ],
    [
      '| who pays | 1 | 2 |',
      '11:1 error bad-findings: a row begins with the id of what fills it, such as "| restart: after a restart | … |"',
    ],
    [
      '| much: x | 1 |',
      "11:1 error bad-findings: a row has something in each of the table's 3 columns, and nothing beside them",
    ],
    [
      '| much: x | 1 | |',
      "11:1 error bad-findings: a row has something in each of the table's 3 columns, and nothing beside them",
    ],
    [
      '| much: | 1 | 2 |',
      "11:1 error bad-findings: a row has something in each of the table's 3 columns, and nothing beside them",
    ],
    [
      '| much: x | 1 | 2 | 3 |',
      "11:1 error bad-findings: a row has something in each of the table's 3 columns, and nothing beside them",
    ],
    [
      '| much: x | ![1](/1.png) | 2 |',
      '11:13 error unsupported-markdown: Markdown\'s "image" is not supported in lessons',
    ],
  ])('%s', (rows, mistake) => {
    expect(mistakesOf(rows)).toEqual([`zh.md:${mistake}`])
  })

  it.each([
    [':::findings\nText.\n:::', '8:1 error bad-findings: ":::findings" holds one table, and nothing else'],
    [
      ':::findings\n| | a |\n| - | - |\n| pay: x | 1 |\n\nText.\n:::',
      '8:1 error bad-findings: ":::findings" holds one table, and nothing else',
    ],
    [
      ':::findings\n| | a |\n| - | - |\n:::',
      '9:1 error bad-findings: the table needs a column beside that of the labels, and a row',
    ],
    [
      ':::findings\n| a |\n| - |\n| pay: x |\n:::',
      '9:1 error bad-findings: the table needs a column beside that of the labels, and a row',
    ],
    [
      ':::findings[Table]\n| | a |\n| - | - |\n| pay: x | 1 |\n:::',
      '8:1 error unknown-attribute: ":::findings" has no [label]',
    ],
  ])('%j', (text, mistake) => {
    expect(mistakesAfter(LEAF, text)[0]).toBe(`zh.md:${mistake}`)
  })

  it('leads to lessons that there are', () => {
    const rows = '| much: x | [1](./crad) | 2 |'
    const reading = readSample({ 'zh.md': pageWith(rows), 'en.md': pageWith(rows, 'Welcome') })
    expect(mistakesIn(brokenLinksAmong([reading]))[0]).toBe(
      'zh.md:11:13 error broken-link: there is no lesson "crad"; did you mean "card"?',
    )
  })

  it.each([
    ['| much: who pays | 3 | 4 |', 'zh.md:12 has "finding by pay", this page "finding by much"'],
    ['', 'zh.md:12 has "finding by pay", this page "end of findings"'],
  ])('has the same rows in every language, not %j', (second, drift) => {
    const english = `| much: how much | 1 | 2 |\n${second}`.trim()
    const pages = { 'zh.md': pageWith(ROWS), 'en.md': pageWith(english, 'Welcome') }
    expect(mistakesIn(readSample(pages).diagnostics)[0]).toMatch(drift)
  })
})

describe('the name of a question', () => {
  it.each([
    ['id=pay', '34:14 error duplicate-id: there is a question "pay" already'],
    ['id=Much!', '25:21 error bad-value: id="Much!" is not made of small letters, digits and hyphens'],
  ])('may not be %s', (id, mistake) => {
    expect(mistakesAfter(QUESTION, `${QUESTION} ${id}`)).toContain(`zh.md:${mistake}`)
  })

  it('is the same in every language', () => {
    const page = samplePage('Welcome').replace(QUESTION, `${QUESTION} id=much`)
    expect(mistakesIn(readSample({ 'en.md': page }).diagnostics)).toEqual([
      'en.md:25:1 error drift: zh.md:25 has "predict a, b, answer b", this page "predict id=much a, b, answer b"',
    ])
  })
})
