import { describe, expect, it } from 'vitest'
import type { WorldOptions } from '@/lib/engine/story/program'
import { runSteps } from '@/lib/lessons/check/run-steps'
import { type Shop, shopProgram, shopRunner } from '@/lib/lessons/check/test-shop'
import { Reporter } from '@/lib/lessons/diagnostic'
import { parsePage } from '@/lib/lessons/parse/page'
import { stepsOf } from '@/lib/lessons/steps'

const OPTIONS: WorldOptions = { seed: 'card', epoch: Date.UTC(2026, 10, 23), watch: ['sessions'] }
const FAIR: Shop = { id: 'crypto' }

/** The steps of a page without front matter. */
function steps(markdown: string) {
  const page = parsePage(`---\ntitle: t\nsummary: s\n---\n${markdown}`, new Reporter('zh.md', []))
  return stepsOf(page?.blocks ?? [])
}

function http(visitor: string, answer: string, request = 'GET /'): string {
  return `\n\`\`\`http ${visitor}\n${request}\n\n${answer}\n\`\`\`\n`
}

async function run(markdown: string, shop: Shop = FAIR) {
  const { open, opened } = shopRunner()
  const result = await runSteps(steps(markdown), shopProgram(shop), open, { world: OPTIONS })
  expect(opened.open).toBe(0)
  return result
}

const FIRST = http('visitor=alice', 'HTTP/1.1 200\nSet-Cookie: connect.sid={card}; Path=/\n~ new 100')

describe('steps that hold', () => {
  it('capture values, and open visitors who are not there', async () => {
    const { failure, captures, story } = await run(
      `${FIRST}\n::visit{visitor=alice get=/ times=2}\n${http('visitor=bob', 'Set-Cookie: connect.sid={!card}')}
\`\`\`sessions
{card} {balance: 80}
!nobody
\`\`\`

\`\`\`jar visitor=alice
connect.sid={card}; Path=/
!other
\`\`\`
`,
    )
    expect(failure).toBeNull()
    expect(captures.get('card')).toMatch(/^0\.\d+$/)
    expect(story.map((action) => action.type)).toEqual([
      'new-visitor',
      'visit',
      'visit',
      'visit',
      'new-visitor',
      'visit',
    ])
  })

  it('know rows by the id that the cookie carries encoded', async () => {
    const { failure, captures } = await run(`${FIRST}\n\`\`\`sessions\n{card} {balance: 100}\n\`\`\``, {
      ...FAIR,
      odd: true,
    })
    expect(failure).toBeNull()
    expect(captures.get('card')).toMatch(/%2B%2F%3D$/)
  })

  it('send what was captured', async () => {
    const stolen = http('visitor=mallory', '!Set-Cookie\n~ left 90', 'GET /\nCookie: connect.sid={card}')
    const { failure, story, captures } = await run(FIRST + stolen)
    expect(failure).toBeNull()
    expect(story.at(-1)).toMatchObject({ headers: [['Cookie', `connect.sid=${captures.get('card')}`]] })
  })

  it('overlap when they have a moment', async () => {
    const { open } = shopRunner()
    const overlapping = http('visitor=alice at=+10ms', '~ left 80') + http('visitor=bob at=+10ms', '~ new 100')
    const program = shopProgram({ ...FAIR, slow: 100 })
    const world = await open(program, OPTIONS)
    const result = await runSteps(
      steps(FIRST + http('visitor=alice', '~ left 90') + overlapping),
      program,
      async () => world,
      {
        world: OPTIONS,
      },
    )
    expect(result.failure).toBeNull()
    const moments = world.log.filter((event) => event.type === 'request-sent' || event.type === 'response-ended')
    expect(moments.map(({ type, at }) => `${at - OPTIONS.epoch} ${type}`)).toEqual([
      '0 request-sent',
      '100 response-ended',
      '100 request-sent',
      '110 request-sent',
      '120 request-sent',
      '200 response-ended',
      '210 response-ended',
      '220 response-ended',
    ])
  })

  it('look at the first answer, or follow where it leads', async () => {
    const old = (opening: string, answer: string) => http(opening, answer, 'GET /old')
    const { failure } = await run(
      old('visitor=alice', 'HTTP/1.1 302\n!Set-Cookie') + old('visitor=alice follow', 'HTTP/1.1 200\n~ left 90'),
      { ...FAIR, moved: true },
    )
    expect(failure).toBeNull()
  })

  it('may be that no answer comes', async () => {
    const to = (reason: string) => http('visitor=alice', `!HTTP/1.1${reason}`, 'GET http://localhost:9090/')
    const closed = { ...FAIR, closed: true }
    expect((await run(to('') + to(' connection-refused'), closed)).failure).toBeNull()
    expect((await run(to(' timed-out'), closed)).failure?.mismatches).toEqual([
      { kind: 'answer', line: 6, expected: 'timed-out', actual: 'connection-refused' },
    ])
    expect((await run(to(''))).failure?.mismatches).toEqual([
      { kind: 'answered', line: 6, expected: 'any', actual: 'HTTP/1.1 200' },
    ])
  })

  it('stop when nobody wants to know any more', async () => {
    const { open, opened } = shopRunner()
    const signal = AbortSignal.abort()
    const result = await runSteps(steps(FIRST), shopProgram(FAIR), open, { world: OPTIONS, signal })
    expect(result).toMatchObject({ cancelled: true, failure: null, story: [] })
    expect(opened.open).toBe(0)
  })
})

describe('a step that does not hold', () => {
  it('is said with everything that does not, expected beside actual, and the way there', async () => {
    const wrong = http('visitor=alice', 'HTTP/1.1 404\nX: y\n!Content-Type\n~ left 99\n!~ left 90')
    const { failure } = await run(FIRST + wrong)
    expect(failure).toMatchObject({
      step: 1,
      line: 14,
      request: 'GET /',
      answer: { status: 200, body: 'left 90', failure: null, exchange: 2 },
      mismatches: [
        { kind: 'status', line: 14, expected: '404', actual: '200' },
        { kind: 'header', line: 18, expected: 'X: y', actual: null },
        { kind: 'no-header', line: 19, expected: 'Content-Type', actual: 'Content-Type: text/html' },
        { kind: 'body', line: 20, expected: 'left 99', actual: 'left 90' },
        { kind: 'no-body', line: 21, expected: 'left 90', actual: 'left 90' },
      ],
      faults: [],
    })
    expect(failure?.story).toHaveLength(3)
  })

  it('is the first one', async () => {
    const { failure } = await run(FIRST + http('visitor=alice', '~ a') + http('visitor=alice', '~ b'))
    expect(failure?.mismatches).toMatchObject([{ expected: 'a' }])
    expect(failure?.story).toHaveLength(3)
  })

  it('shows captured values in place of their names', async () => {
    const { failure, captures } = await run(FIRST + http('visitor=bob', 'Set-Cookie: connect.sid={card}; HttpOnly'))
    const [mismatch] = failure?.mismatches ?? []
    expect(mismatch).toMatchObject({ expected: `Set-Cookie: connect.sid=${captures.get('card')}; HttpOnly` })
  })

  it('may be a row that is missing, or one that should be', async () => {
    const rows = '\n```sessions\n{card} {balance: 90}\n!{card} balance: 100\n```\n\n'
    const { failure, captures } = await run(FIRST + rows)
    const card = captures.get('card')
    expect(failure?.mismatches).toMatchObject([
      { kind: 'row', expected: `${card} {balance: 90}`, actual: `${card} {balance: 100}` },
      { kind: 'no-row', expected: `${card} balance: 100`, actual: `${card} {balance: 100}` },
    ])
    expect(failure).toMatchObject({ request: null, answer: null, step: 1 })
  })

  it('may be a cookie', async () => {
    const { failure, captures } = await run(`${FIRST}\n\`\`\`jar visitor=alice\nconnect.sid; HttpOnly\n\`\`\``)
    expect(failure?.mismatches).toEqual([
      {
        kind: 'row',
        line: 15,
        expected: 'connect.sid; HttpOnly',
        actual: `connect.sid=${captures.get('card')}; Path=/`,
      },
    ])
  })

  it('may be a jar that is empty', async () => {
    const { failure } = await run('```jar visitor=carol\nconnect.sid\n```')
    expect(failure?.mismatches).toMatchObject([{ kind: 'row', expected: 'connect.sid', actual: null }])
  })

  it('may be a request without an answer', async () => {
    const { failure } = await run(FIRST.replace('GET /', 'GET http://localhost:9090/'), { ...FAIR, closed: true })
    expect(failure?.mismatches).toEqual([
      { kind: 'answer', line: 6, expected: 'GET http://localhost:9090/', actual: 'connection-refused' },
    ])
  })

  it('may be something that can not be done', async () => {
    const { failure } = await run(`${FIRST}\n::new-visitor{name=alice}\n`)
    expect(failure?.mismatches).toEqual([
      { kind: 'action', line: 14, expected: 'new-visitor', actual: 'visitor-here-already' },
    ])
  })
})
