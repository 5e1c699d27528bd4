import { describe, expect, it } from 'vitest'
import { tasksOf } from '@/lib/lessons/steps'
import { mistakesAfter, mistakesIn, readSample, samplePage } from '@/lib/lessons/test-lesson'

describe('a lesson without mistakes', () => {
  const { lessons, diagnostics, slug, number } = readSample()

  it('is read in both languages', () => {
    expect(mistakesIn(diagnostics)).toEqual([])
    expect({ slug, number }).toEqual({ slug: 'card', number: 3 })
    expect(lessons.zh?.start.files).toEqual({ 'server.js': "var sessions = {}\nvar text = '欢迎' // 店\n" })
    expect(lessons.en?.start.files).toEqual({ 'server.js': "var sessions = {}\nvar text = 'Welcome' // shop\n" })
    expect(lessons.en?.options).toEqual({ seed: 'card', epoch: Date.UTC(2026, 10, 23, 1), watch: ['sessions'] })
    expect(lessons.en?.focusLine).toBe(2)
  })

  it('is a list of blocks in order', () => {
    expect(lessons.zh?.blocks.map((block) => block.type)).toEqual([
      'prose',
      'actions',
      'transcript',
      'rows',
      'predict',
      'task',
      'hint',
      'hint',
      'wrong',
    ])
  })

  it('has transcripts with their requests, patterns and lines', () => {
    const block = lessons.zh?.blocks[2]
    expect(block).toEqual({
      type: 'transcript',
      transcript: {
        line: 10,
        visitor: 'bob',
        action: { type: 'visit', visitor: 'bob', method: 'GET', url: '/', headers: [['Cookie', 'connect.sid=1']] },
        requestText: 'GET /\nCookie: connect.sid=1',
        expected: {
          status: 200,
          headers: [
            {
              name: 'Set-Cookie',
              line: 15,
              match: {
                kind: 'value',
                pattern: [
                  { type: 'text', text: 'connect.sid=' },
                  { type: 'capture', name: 'card', other: false },
                  { type: 'text', text: '; Path=/' },
                ],
              },
            },
            { name: 'Location', line: 16, match: { kind: 'absent' } },
          ],
          body: [{ text: [{ type: 'text', text: '欢迎' }], contained: true, line: 17 }],
        },
      },
    })
  })

  it('has tasks with their proofs and laws, and hints in steps', () => {
    const [task] = tasksOf(lessons.zh?.blocks ?? [])
    expect(task).toMatchObject({ id: 'pay', title: 'Pay', laws: [{ law: 'unpredictable-ids', capture: 'sid' }] })
    expect(task?.proof.map((step) => step.type)).toEqual(['transcript', 'rows'])
    expect(lessons.zh?.blocks.slice(6)).toMatchObject([{ step: 1 }, { step: 2 }, { program: 'late', task: 'pay' }])
  })

  it('has questions without the letters of their choices', () => {
    const block = lessons.zh?.blocks[4]
    expect(block).toMatchObject({ id: 'question 1', named: false, answer: 'b', choices: [{ id: 'a' }, { id: 'b' }] })
    const text = block?.type === 'predict' ? block.choices[1]?.nodes[0] : null
    expect(text).toMatchObject({ type: 'paragraph', children: [{ type: 'text', value: 'two' }] })
  })

  it('takes from start/ what its other programs do not hold', () => {
    const files = { 'start/page.html': 'page', 'solutions/pay/page.html': 'other page' }
    const { lessons } = readSample(files)
    expect(lessons.zh?.solutions.pay?.files['page.html']).toBe('other page')
    expect(lessons.zh?.wrong.late?.files['page.html']).toBe('page')
  })
})

describe('files', () => {
  it.each([
    [{ 'lesson.yaml': null }, 'lesson.yaml:1:1 error missing-file: every lesson has one'],
    [{ 'en.md': null }, 'en.md:1:1 error missing-file: every lesson is in Chinese and English'],
    [
      { 'start/server.js': null, 'start.en/server.js': null },
      'start/server.js:1:1 error missing-file: the lesson starts this file',
    ],
    [
      { 'strat/server.js': '' },
      'strat/server.js:1:1 error unknown-file: nothing uses this file; did you mean "start"?',
    ],
    [
      { 'wrong/early/server.js': '' },
      'wrong/early:1:1 error program-unused: nothing uses this program; write what it is told: ":::wrong{task=… program=early}"',
    ],
    [{ 'wrong/late/server.js': 'var = 1' }, 'wrong/late/server.js:1:5 error program-syntax: Unexpected token'],
    [
      { 'start.en/server.js': 'var sessions = {}\nvar text = 2\n' },
      'start.en/server.js:2:12 error overlay-drift: differs from start/ in more than comments and the text of strings',
    ],
    [
      { 'start.en/extra.js': '' },
      'start.en/extra.js:1:1 error overlay-orphan: there is no start/extra.js for it to lie over',
    ],
    [
      { 'solutions/pay/other.js': '' },
      "solutions/pay/other.js:1:1 error not-in-start: there is no start/other.js, and students can't make files: put one there, which may be empty",
    ],
    [
      { 'solutions/pay/server.js': null },
      'zh.md:34:14 error task-unsolved: no program in solutions/ is named "pay", and none solves all tasks',
    ],
    [{ 'wrong/late/server.js': null }, 'zh.md:56:19 error wrong-without-program: there is no folder wrong/late/'],
  ])('%j', (changes, mistake) => {
    expect(mistakesIn(readSample(changes).diagnostics)).toContain(mistake)
  })

  it('names a folder that is not named as lessons are', () => {
    const { diagnostics } = readSample({}, 'card')
    expect(diagnostics).toEqual([
      {
        file: 'lessons/card',
        line: 1,
        column: 1,
        code: 'folder-name',
        message: 'a lesson\'s folder is named by its number and its slug, such as "03-card" or "07.1-file-store"',
      },
    ])
  })

  it.each([
    ['03-card', 'card', 3],
    ['07.1-file-store', 'file-store', 7.1],
    ['12-a1-b2', 'a1-b2', 12],
  ])('%s is lesson %s, number %d', (folder, slug, number) => {
    const reading = readSample({}, folder)
    expect(reading).toMatchObject({ slug, number, diagnostics: [] })
  })

  it.each(['card', '3_card', '7.-x', '7.1.2-x', '03-Card', '03-', '03--x'])('%s is no name of a folder', (folder) => {
    expect(readSample({}, folder).diagnostics.map(({ code }) => code)).toEqual(['folder-name'])
  })

  it('shows the language without mistakes when the other has some', () => {
    const { lessons } = readSample({ 'en.md': `${samplePage('Welcome')}\n<br>\n` })
    expect(Object.keys(lessons)).toEqual(['zh'])
  })

  it('shows no language when what both need has mistakes', () => {
    expect(readSample({ 'lesson.yaml': 'entry: server.js' }).lessons).toEqual({})
  })

  it('lets any solution that is not named as a task solve all', () => {
    const { diagnostics } = readSample({ 'solutions/pay/server.js': null, 'solutions/everything/server.js': '' })
    expect(mistakesIn(diagnostics)).toEqual([])
  })
})

describe('names', () => {
  it.each([
    [':::hint{task=pay}', ':::hint{task=pya}', 'zh.md:48:9 error hint-orphan: no task "pya"; did you mean "pay"?'],
    [':::wrong{task=pay', ':::wrong{task=x', 'zh.md:56:10 error wrong-orphan: no task "x"'],
    [
      'program=late',
      'program=lat',
      'zh.md:56:19 error wrong-without-program: there is no folder wrong/lat/; did you mean "late"?',
    ],
    [
      ':::hint{task=pay}\nLook.\n:::',
      ':::task[Again]{id=pay}\n```sessions\n1\n```\n:::',
      'zh.md:48:16 error duplicate-id: there is a task "pay" already',
    ],
    [
      'capture=sid',
      'capture=side',
      'zh.md:34:51 error unknown-capture: the law "unpredictable-ids" is about {side}, which the task never captures; did you mean "sid"?',
    ],
    ['{card} {balance', '{crad} {balance', null],
    [
      'connect.sid=1\n',
      'connect.sid={x}\n',
      'zh.md:12:21 error unknown-capture: nothing captures "x"; an answer before it must hold {x}',
    ],
    [
      '!1\n',
      '!{other}\n',
      'zh.md:22:2 error unknown-capture: nothing captures "other"; an answer before it must hold {other}',
    ],
    [
      'connect.sid={card}',
      'connect.sid={!card}',
      'zh.md:15:25 error unknown-capture: nothing captures "card"; an answer before it must hold {card}',
    ],
    [
      '!1\n```\n',
      '!1\n```\n\n::redis{command="DEL {card}"}\n',
      "zh.md:25:22 error bad-value: an action can't hold {card}: it names a session by its visitor and cookie, such as {alice/connect.sid}",
    ],
    ['!1\n```\n', '!1\n```\n\n::redis{command="DEL {alice/card} {b}"}\n', null],
  ])('%j → %j', (old, text, mistake) => {
    expect(mistakesAfter(old, text)).toEqual(mistake === null ? [] : [mistake])
  })
})
