import { describe, expect, it } from 'vitest'
import type { Lesson } from '@/lib/lessons/model'
import { stepsOf } from '@/lib/lessons/steps'
import { mistakesAfter, readSample, samplePage } from '@/lib/lessons/test-lesson'

const OPENING = '```http visitor=bob'

describe('transcripts', () => {
  it.each([
    ['```http', '10:1 error missing-attribute: "```http" needs visitor=…'],
    [
      '```http vistor=bob',
      '10:9 error unknown-attribute: "```http" has no attribute "vistor"; did you mean "visitor"?',
    ],
    ['```http visitor=bob via=lnk', '10:21 error bad-value: via="lnk" is unknown; did you mean "link"?'],
    ['```http visitor=bob at=50ms', '10:21 error bad-value: at="50ms" is no moment such as +50ms'],
    [
      '```http visitor=bob from=evil.example',
      '10:21 error bad-value: from="evil.example" is no origin such as https://evil.example',
    ],
    [
      '```http visitor=bob from=https://evil.example',
      '10:21 error missing-attribute: how does that page send it? via=link, via=form, via=image or via=script',
    ],
    ['```http visitor=bob follow=1', '10:21 error bad-value: "follow" takes no value'],
    ['```http visitor＝bob', '10:1 error missing-attribute: "```http" needs visitor=…'],
    ['```http{visitor=bob}', '10:1 error unknown-fence: unknown fence "http{visitor=bob}"'],
  ])('%s', (opening, mistake) => {
    expect(mistakesAfter(OPENING, opening)[0]).toContain(`zh.md:${mistake}`)
  })

  it.each([
    ['GET /\nCookie', 'GTE /\nCookie', '11:1 error bad-transcript: "GTE" is no method; did you mean "GET"?'],
    [
      'GET /\nCookie',
      'GET\nCookie',
      '11:1 error bad-transcript: after GET comes one path such as "/" or one http:// address',
    ],
    [
      'GET /\nCookie',
      'GET / HTTP/1.1\nCookie',
      '11:1 error bad-transcript: after GET comes one path such as "/" or one http:// address',
    ],
    [
      'GET /\nCookie',
      'GET /{card}\nCookie',
      '11:1 error bad-transcript: after GET comes one path such as "/" or one http:// address',
    ],
    ['GET /\nCookie: connect.sid=1\n\nHTTP', 'HTTP', '11:1 error bad-transcript: "HTTP/1.1" is no method'],
    [
      'Cookie: connect.sid=1',
      'Cookie',
      '12:1 error bad-transcript: "Cookie" is no header line such as "Cookie: name=value"',
    ],
    ['Cookie: connect.sid=1', 'Cookie:', '12:1 error bad-transcript: "Cookie" has no value'],
    ['Cookie: connect.sid=1', '~ user=alice', '12:1 error bad-transcript: a GET sends no body'],
    [
      'HTTP/1.1 200',
      'HTTP/1.1 200 OK',
      '14:1 error bad-transcript: "HTTP/1.1 200 OK" is no status such as "HTTP/1.1 200"',
    ],
    [
      '!Location',
      '!Location: /',
      '16:1 error bad-transcript: after "!" comes a header\'s name alone, such as "!Set-Cookie"',
    ],
    ['!Location', 'Location', '16:1 error bad-transcript: "Location" is no header line such as "Cookie: name=value"'],
    [
      'HTTP/1.1 200',
      '!HTTP/1.1 timed out',
      '14:1 error bad-transcript: no answer is "!HTTP/1.1", with or without a reason; known are connection-refused',
    ],
    [
      'HTTP/1.1 200',
      '!HTTP/1.1 timedout',
      '14:1 error bad-transcript: no answer is "!HTTP/1.1", with or without a reason; did you mean "timed-out"?',
    ],
    ['HTTP/1.1 200', '!HTTP/1.1', '15:1 error bad-transcript: where no answer comes, nothing can be expected of it'],
    ['1\n\nHTTP', '1\nHTTP', '13:1 error bad-transcript: a blank line is missing between the request and this answer'],
    ['!Location', '～ Location', '16:1 error bad-transcript: write "~", not the wide "～"'],
    ['!Location', '！Location', '16:1 error bad-transcript: write "!", not the wide "！"'],
    [
      '```\n\n```sessions',
      '\n```sessions',
      '19:1 error bad-transcript: the http fence of line 10 is never closed: a line "```" is missing before this one',
    ],
    ['!Location', '~', '16:1 error bad-transcript: after "~" comes text of the body'],
    [
      '!Location',
      '\n!Location',
      '16:1 error bad-transcript: a blank line within the answer; text of the body begins with "~ "',
    ],
  ])('%j → %j', (old, text, mistake) => {
    expect(mistakesAfter(old, text)[0]).toContain(`zh.md:${mistake}`)
  })

  it('say when and how a request comes about', () => {
    const page = samplePage('x').replace(OPENING, '```http visitor=bob at=+50ms via=image from=https://evil.example')
    const { lessons } = readSample({ 'zh.md': page, 'en.md': page })
    const step = stepsIn(lessons.zh)[1]
    const action = step?.type === 'transcript' ? step.transcript.action : null
    expect(action).toMatchObject({ type: 'visit', at: 50, via: 'image', from: 'https://evil.example' })
  })

  it('send what follows "~" as the body', () => {
    const request = 'POST /\nCookie: connect.sid=1\n~ user=alice&password=a+b'
    const page = samplePage('x').replace('GET /\nCookie: connect.sid=1', request)
    const { lessons } = readSample({ 'zh.md': page, 'en.md': page })
    const step = stepsIn(lessons.zh)[1]
    expect(step?.type === 'transcript' ? step.transcript.action : null).toMatchObject({
      method: 'POST',
      headers: [['Cookie', 'connect.sid=1']],
      body: 'user=alice&password=a+b',
    })
    expect(step?.type === 'transcript' ? step.transcript.requestText : null).toBe(
      'POST /\nCookie: connect.sid=1\n\nuser=alice&password=a+b',
    )
  })

  it('may be about what their redirects lead to, or about no answer', () => {
    const page = (text: string) =>
      text.replace(OPENING, `${OPENING} follow`).replace(/HTTP\/1.1 200[^`]*/, '!HTTP/1.1 timed-out\n')
    const { lessons } = readSample({
      'zh.md': page(samplePage('x')).replaceAll('{card}', '1'),
      'en.md': page(samplePage('y')).replaceAll('{card}', '1'),
    })
    const step = stepsIn(lessons.zh)[1]
    expect(step?.type === 'transcript' ? step.transcript : null).toMatchObject({
      follow: true,
      expected: { unanswered: 'timed-out', status: null, headers: [], body: [] },
    })
  })

  it('may ask for nothing', () => {
    const { lessons } = readSample({ 'zh.md': bare('~ 欢迎'), 'en.md': bare('~ Welcome') })
    const step = stepsIn(lessons.zh)[1]
    expect(step?.type === 'transcript' ? step.transcript.expected : null).toEqual({
      status: null,
      headers: [],
      body: [],
    })
  })

  function bare(said: string): string {
    return samplePage(said)
      .replace(/\nCookie: connect.sid=1[\s\S]*?```/, '\n```')
      .replace(/```sessions[^`]*```/, '')
  }
})

describe('rows', () => {
  it.each([
    [
      '```sessions',
      '```sessions visitor=bob',
      '20:13 error unknown-attribute: "```sessions" has no attribute "visitor"; it takes none',
    ],
    ['```jar visitor=alice', '```jar', '43:1 error missing-attribute: "```jar" needs visitor=…'],
    ['{card} {balance: 100}\n!1', '', '20:1 error bad-row: a sessions fence without rows says nothing'],
    ['connect.sid={sid}; Path=/\n```\n:::', '=1\n```\n:::', '44:1 error bad-row: "=1" is no row such as "name=value"'],
    ['!1\n', '!\n', '22:1 error bad-row: "!" is no row such as "{sid} balance: 90"'],
  ])('%j → %j', (old, text, mistake) => {
    expect(mistakesAfter(old, text)[0]).toBe(`zh.md:${mistake}`)
  })

  it('are keys and values, and some must not be there', () => {
    const step = stepsIn(readSample().lessons.zh)[2]
    expect(step?.type === 'rows' ? step.rows : null).toEqual({
      line: 20,
      of: 'sessions',
      visitor: null,
      rows: [
        {
          line: 21,
          present: true,
          key: [{ type: 'capture', name: 'card', other: false }],
          value: [{ type: 'text', text: '{balance: 100}' }],
        },
        { line: 22, present: false, key: [{ type: 'text', text: '1' }], value: [] },
      ],
    })
  })
})

function stepsIn(lesson: Lesson | undefined) {
  return stepsOf(lesson?.blocks ?? [])
}
