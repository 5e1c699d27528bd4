import { describe, expect, it } from 'vitest'
import type { WorldOptions } from '@/lib/engine/story/program'
import { checkTask } from '@/lib/lessons/check/check-task'
import { diagnose, isSameFailure, upTo } from '@/lib/lessons/check/diagnose'
import type { Failure } from '@/lib/lessons/check/failure'
import { signaturesOf } from '@/lib/lessons/check/signatures'
import { type Shop, shopProgram, shopRunner } from '@/lib/lessons/check/test-shop'
import { Reporter } from '@/lib/lessons/diagnostic'
import type { Task } from '@/lib/lessons/model'
import { parsePage } from '@/lib/lessons/parse/page'
import { tasksOf } from '@/lib/lessons/steps'

const OPTIONS: WorldOptions = { seed: 'card', epoch: Date.UTC(2026, 10, 23), watch: ['sessions'] }
const FIRST = '```http visitor=alice\nGET /\n\nSet-Cookie: connect.sid={card}\n```\n'

function task(proof: string, attributes = ''): Task {
  const page = parsePage(
    `---\ntitle: t\nsummary: s\n---\n:::task[T]{id=t${attributes}}\n${proof}\n:::`,
    new Reporter('zh.md', []),
  )
  const [first] = tasksOf(page?.blocks ?? [])
  if (!first) throw new Error('no task')
  return first
}

const UNPREDICTABLE = task(FIRST, ' law=unpredictable-ids capture=card')
const NO_DEBT = task(`${FIRST}
::visit{visitor=alice get=/ times=10}

\`\`\`sessions
{card} balance: 0
\`\`\`

\`\`\`http visitor=alice
GET /

!~ -10
\`\`\`

\`\`\`sessions
!{card} balance: -10
\`\`\``)

async function failureOf(proved: Task, shop: Shop): Promise<Failure | null> {
  const { open, opened } = shopRunner()
  const result = await checkTask(proved, shopProgram(shop), OPTIONS, open)
  expect(opened.open).toBe(0)
  return result.outcome === 'failed' ? result.failure : null
}

describe('the law that ids can not be guessed', () => {
  it.each([
    ['clock+random', ['clock', 'random']],
    ['random', ['random']],
    ['clock', ['clock']],
    ['counter', []],
  ] as const)('is broken by %s', async (id, madeOf) => {
    const failure = await failureOf(UNPREDICTABLE, { id })
    expect(failure).toMatchObject({
      step: null,
      line: 5,
      mismatches: [{ kind: 'predictable', capture: 'card', madeOf }],
    })
    expect(failure?.story.map(({ type }) => type)).toEqual(['new-visitor', 'visit'])
  })

  it('is kept by crypto', async () => {
    expect(await failureOf(UNPREDICTABLE, { id: 'crypto' })).toBeNull()
  })

  it('comes after the proof', async () => {
    expect(await failureOf(UNPREDICTABLE, { id: 'clock', closed: true })).toMatchObject({ step: 0 })
  })
})

it('is cancelled without an outcome', async () => {
  const { open } = shopRunner()
  const check = checkTask(UNPREDICTABLE, shopProgram({ id: 'clock' }), OPTIONS, open, AbortSignal.abort())
  expect(await check).toEqual({ outcome: 'cancelled' })
})

describe('the message for a mistake', () => {
  const wrong = {
    early: shopProgram({ id: 'random', poor: 'refuse-early' }),
    late: shopProgram({ id: 'random', poor: 'refuse-late' }),
  }

  it('goes to whoever made the same one', async () => {
    const { open } = shopRunner()
    const signatures = await signaturesOf(NO_DEBT, ['early', 'late', 'gone'], { wrong, options: OPTIONS }, open)
    expect(signatures.map(({ program }) => program)).toEqual(['early', 'late'])
    const early = await failureOf(NO_DEBT, { id: 'clock+random', poor: 'refuse-early' })
    const late = await failureOf(NO_DEBT, { id: 'crypto', poor: 'refuse-late' })
    const untouched = await failureOf(NO_DEBT, { id: 'random' })
    expect([early, late, untouched].map((failure) => failure && diagnose(failure, signatures))).toEqual([
      'early',
      'late',
      null,
    ])
  })

  it('is found without what comes after the failing step', async () => {
    const late = await failureOf(NO_DEBT, { id: 'crypto', poor: 'refuse-late' })
    const early = await failureOf(NO_DEBT, { id: 'crypto', poor: 'refuse-early' })
    if (!late || !early) throw new Error('they pass')
    const { open } = shopRunner()
    const signatures = await signaturesOf(upTo(late, NO_DEBT), ['early', 'late'], { wrong, options: OPTIONS }, open)
    expect(diagnose(late, signatures)).toBe('late')
    const lengths = [early, late].map((failure) => upTo(failure, NO_DEBT).proof.length)
    expect(lengths).toEqual([early, late].map(({ step }) => (step ?? Number.NaN) + 1))
    expect(upTo({ step: 0 }, UNPREDICTABLE).laws).toEqual([])
    expect(upTo({ step: null }, UNPREDICTABLE)).toEqual({ proof: UNPREDICTABLE.proof, laws: UNPREDICTABLE.laws })
  })

  it('is found with requests that overlap the failing one', () => {
    const { proof } = task(`${FIRST}
\`\`\`http visitor=alice at=+10ms
GET /

~ 90
\`\`\`
${FIRST}`)
    expect(proof).toHaveLength(3)
    expect(upTo({ step: 0 }, { proof, laws: [] }).proof).toEqual(proof.slice(0, 2))
  })

  it('goes by step and outcome, ids aside', () => {
    const failure = (step: number, actual: string): Failure => ({
      step,
      line: 1,
      request: null,
      answer: null,
      mismatches: [{ kind: 'header', line: 1, expected: '', actual }],
      story: [],
      faults: [],
    })
    expect(isSameFailure(failure(1, 'a=17953956000000.25; Path=/'), failure(1, 'a=17953956000000.75; Path=/'))).toBe(
      true,
    )
    expect(isSameFailure(failure(1, 'a=1795395600000'), failure(2, 'a=1795395600000'))).toBe(false)
    expect(isSameFailure(failure(1, 'a; Path=/'), failure(1, 'a; HttpOnly'))).toBe(false)
    expect(isSameFailure(failure(1, 'left 90'), failure(1, 'left 80'))).toBe(false)
  })
})
