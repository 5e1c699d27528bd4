import { describe, expect, it } from 'vitest'
import { mistakesAfter } from '@/lib/lessons/test-lesson'

const LEAF = '::new-visitor{name=alice url=/}'

describe('directives', () => {
  it.each([
    [
      '::new-vistor{name=alice}',
      '8:1 error unknown-directive: unknown directive "::new-vistor"; did you mean "new-visitor"?',
    ],
    ['::task{id=a}', '8:1 error unknown-directive: unknown directive "::task"; it has three colons: :::task'],
    [':::clock\n:::', '8:1 error unknown-directive: unknown directive ":::clock"; it has two colons: ::clock'],
    ['::visit{visitor=alice}', '8:1 error missing-attribute: "::visit" needs get=…'],
    [
      '::visit{vistor=alice get=/}',
      '8:9 error unknown-attribute: "::visit" has no attribute "vistor"; did you mean "visitor"?',
    ],
    ['::restart{now=1}', '8:11 error unknown-attribute: "::restart" has no attribute "now"; it takes server'],
    ['::clock{advance=1m advance=2m}', '8:20 error unknown-attribute: "advance" is given twice'],
    ['::clock{advance=""}', '8:9 error bad-value: "advance" has no value'],
    ['::clock{advance=soon}', '8:9 error bad-value: "soon" is no duration such as 50ms, 10s, 30m, 2h or 1d'],
    ['::visit{visitor=a get=/ times=0}', '8:25 error bad-value: times="0" is no number from 1 to 100'],
    [
      '::visit{visitor=a get=page}',
      '8:19 error bad-value: "page" is neither a path such as / nor an http:// or https:// address',
    ],
    ['::restart[now]', '8:1 error unknown-attribute: "::restart" has no [label]'],
    [
      '::clock{advance=1m',
      '8:1 error not-a-directive: this looks like a directive, but is none: write ::name{key=value}, and quote values that hold = < > or spaces',
    ],
    [
      '::visit{visitor=a get=/?a=1}',
      '8:1 error not-a-directive: this looks like a directive, but is none: write ::name{key=value}, and quote values that hold = < > or spaces',
    ],
    ['：：clock{advance=1m}', '8:1 error not-a-directive: wide colons open and close nothing: write ::'],
    ['：：：', '8:1 error not-a-directive: wide colons open and close nothing: write :::'],
    [':clock{advance=1m}', '8:1 error not-a-directive: this looks like a directive, but has one colon: write ::clock'],
    ['：task[x]{id=y}', '8:1 error not-a-directive: this looks like a directive, but has one colon: write :::task'],
    [
      '    ::restart',
      '8:1 error not-a-directive: what is four blanks to the right is a listing: a directive begins its line',
    ],
    [':::', '8:1 error not-a-directive: nothing is open here that could be closed'],
    ['- ::restart', '8:3 error misplaced: "restart" can\'t stand within a list or a quotation'],
    ['> :::hint{task=pay}\n> a\n> :::', '8:3 error misplaced: "hint" can\'t stand within a list or a quotation'],
  ])('%s', (text, mistake) => {
    const mistakes = mistakesAfter(LEAF, text)
    expect(mistakes[0]).toBe(`zh.md:${mistake}`)
  })

  it('takes quoted values', () => {
    expect(mistakesAfter(LEAF, '::visit{visitor=alice get="/?a=1&b=2"}')).toEqual([])
  })

  it('says which container is never closed', () => {
    expect(mistakesAfter('Too late.\n:::', 'Too late.')).toEqual([
      'zh.md:56:1 error unclosed-directive: ":::wrong" is never closed by a line ":::"',
    ])
  })

  it('lets only text stand in hints, and no task in a task', () => {
    expect(mistakesAfter('Look.', '::restart')).toEqual([
      'zh.md:49:1 error misplaced: "::restart" can\'t stand here: only text can',
    ])
    expect(mistakesAfter('Look.', '```http visitor=alice\nGET /\n```')).toEqual([
      "zh.md:49:1 error misplaced: a http fence can't stand here: it would not be tested",
    ])
    expect(mistakesAfter('Do it.', ':::hint{task=pay}')).toContain(
      'zh.md:35:1 error misplaced: ":::hint" can\'t stand within another directive',
    )
  })
})

describe('tasks', () => {
  it.each([
    [':::task[Pay]', ':::task', '34:1 error missing-attribute: a task needs a title: ":::task[Title]{id=…}"'],
    ['id=pay', 'id=Pay!', '34:14 error bad-value: id="Pay!" is not made of small letters, digits and hyphens'],
    [
      'law=unpredictable-ids',
      'law=unpredictable-id',
      '34:21 error bad-value: unknown law "unpredictable-id"; did you mean "unpredictable-ids"?',
    ],
    [' capture=sid', '', '34:21 error missing-attribute: the law "unpredictable-ids" needs capture=…'],
    [
      'law=unpredictable-ids ',
      '',
      '34:21 error unknown-attribute: "capture" says what a law is about: law= is missing',
    ],
  ])('%j → %j', (old, text, mistake) => {
    expect(mistakesAfter(old, text)[0]).toBe(`zh.md:${mistake}`)
  })

  it('must be proved', () => {
    const [mistake] = mistakesAfter('Too late.\n:::', 'Too late.\n:::\n\n:::task[More]{id=more}\n::restart\n:::')
    expect(mistake).toBe(
      'zh.md:60:1 error task-unproved: task "more" has no http, jar, sessions, files or redis fence that proves it',
    )
  })
})

describe('questions', () => {
  it.each([
    ['answer=b', 'answer=c', '25:12 error bad-predict: no choice "c"; there is a, b'],
    ['- b: two', '- two', '29:1 error bad-predict: a choice begins with its letter, such as "- a: …"'],
    ['- b: two', '- a: two', '29:1 error duplicate-id: there is a choice "a" already'],
    ['How much?\n', '', '25:1 error bad-predict: a question is followed by a list of choices such as "- a: …"'],
    ['- a: one\n', '', '25:1 error bad-predict: a question is followed by a list of choices such as "- a: …"'],
  ])('%j → %j', (old, text, mistake) => {
    expect(mistakesAfter(old, text)).toContain(`zh.md:${mistake}`)
  })
})

describe('prose', () => {
  it.each([
    ['a <br> word', '6:3 error raw-html: raw HTML is not rendered; use Markdown'],
    ['<!-- later -->', '6:1 error raw-html: raw HTML is not rendered; use Markdown'],
    ['![x](/x.png)', '6:1 error unsupported-markdown: Markdown\'s "image" is not supported in lessons'],
    ['[x]: https://a.example', '6:1 error unsupported-markdown: Markdown\'s "definition" is not supported in lessons'],
    [
      '[x](javascript:alert)',
      '6:1 error unsupported-markdown: a link leads to https://, to another lesson such as ./card, or to #, not to "javascript:alert"',
    ],
    ['```htpp\n```', '6:1 error unknown-fence: unknown fence "htpp"; did you mean "http"?'],
    ['```php\n```', null],
    [
      '- ```jar visitor=alice\n  a=1\n  ```',
      "6:3 error misplaced: a jar fence can't stand here: it would not be tested",
    ],
  ])('%s', (text, mistake) => {
    const mistakes = mistakesAfter('At 10:30, on localhost:8080, hello:there.', text)
    if (mistake === null) expect(mistakes[0]).toMatch(/^zh\.md:6:1 error unknown-fence: unknown fence "php"/)
    else expect(mistakes).toEqual([`zh.md:${mistake}`])
  })

  it('may hold what Markdown has otherwise', () => {
    const text =
      '## A\n\n*b* ~~c~~ `d` [e](https://f.example) <https://g.example> [k](./card) [l](../cookies)\n\n| h | i |\n| - | - |\n| 1 | 2 |\n\n```js\nvar j\n```'
    expect(mistakesAfter('At 10:30, on localhost:8080, hello:there.', text)).toEqual([])
  })
})

describe('front matter', () => {
  it.each([
    ['title: Card\n', '', '2:1 error missing-key: "title" is missing'],
    ['summary: A card.', 'sumary: A card.', '2:1 error missing-key: "summary" is missing'],
    [
      'summary: A card.',
      'summary: A card.\nsumary: x',
      '4:1 error unknown-key: unknown key "sumary"; did you mean "summary"?',
    ],
    ['title: Card', 'title: 3', '2:8 error bad-value: title: Invalid input: expected string, received number'],
    [
      'title: Card',
      'title：Card',
      '2:1 error bad-yaml: Implicit keys need to be on a single line; a key is followed by ":" and a blank, not by "："',
    ],
    ['title: Card', 'title: [', '3:1 error bad-yaml: '],
    ['title: Card', 'title: Card\ntitle: Card', '3:1 error bad-yaml: Map keys must be unique'],
    ['---\ntitle', 'title', '1:1 error missing-key: the file begins with "---", a title and a summary, and "---"'],
  ])('%j → %j', (old, text, mistake) => {
    expect(mistakesAfter(old, text)[0]).toContain(`zh.md:${mistake}`)
  })
})
