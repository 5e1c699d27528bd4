import { describeMismatch } from '@/lib/lessons/check/describe'
import type { Mismatch } from '@/lib/lessons/check/failure'
import type { StepOutcome } from '@/lib/lessons/check/walk'
import type { RowsFence, Step, Transcript } from '@/lib/lessons/model'
import { patternText } from '@/lib/lessons/pattern'
import { lineOf } from '@/lib/lessons/steps'

/** Something that a text expects, or does, and what is wrong with it. */
interface Expectation {
  readonly line: number
  readonly text: string
  /** Which mismatches of its line are about it. */
  readonly isAbout: (mismatch: Mismatch) => boolean
}

/** What came of a step, a line for each thing expected: `✓ zh.md:9 HTTP/1.1 200`. */
export function outcomeLines({ step, mismatches }: StepOutcome, file: string): readonly string[] {
  const expected = expectationsOf(step)
  const told = new Set<Mismatch>()
  const lines = expected.map(({ line, text, isAbout }) => {
    const wrong = mismatches.filter((mismatch) => mismatch.line === line && isAbout(mismatch))
    for (const mismatch of wrong) told.add(mismatch)
    return wrong.length === 0
      ? `${unknown(mismatches) ? '·' : '✓'} ${file}:${line} ${text}`
      : `✗ ${file}:${line} ${wrong.map(describeMismatch).join('; ')}`
  })
  const others = mismatches.filter((mismatch) => !told.has(mismatch))
  return [...others.map((mismatch) => `✗ ${file}:${lineOf(step)} ${describeMismatch(mismatch)}`), ...lines]
}

/** Where no answer came or nothing could be done, nothing is known of what was expected besides. */
function unknown(mismatches: readonly Mismatch[]): boolean {
  return mismatches.some(({ kind }) => kind === 'answer' || kind === 'answered' || kind === 'action')
}

function expectationsOf(step: Step): readonly Expectation[] {
  switch (step.type) {
    case 'transcript':
      return ofAnswer(step.transcript)
    case 'rows':
      return ofRows(step.rows)
    case 'actions':
      return []
    default:
      return step satisfies never
  }
}

function ofAnswer({ line, expected }: Transcript): readonly Expectation[] {
  const { status, headers, body, unanswered } = expected
  const first = unanswered === undefined ? (status === null ? [] : [`HTTP/1.1 ${status}`]) : ['no answer']
  return [
    ...first.map((text) => ({ line, text, isAbout: ({ kind }: Mismatch) => kind === 'status' })),
    ...headers.map(({ name, line, match }) => ({
      line,
      text: match.kind === 'absent' ? `!${name}` : `${name}: ${patternText(match.pattern)}`,
      isAbout: ({ kind }: Mismatch) => kind === 'header' || kind === 'no-header',
    })),
    ...body.map(({ text, contained, line }) => ({
      line,
      text: `${contained ? '~' : '!~'} ${patternText(text)}`,
      isAbout: ({ kind }: Mismatch) => kind === 'body' || kind === 'no-body',
    })),
  ]
}

function ofRows({ of, visitor, rows }: RowsFence): readonly Expectation[] {
  return rows.map(({ line, present, key, value }) => ({
    line,
    text: `${visitor === null ? of : `${of} of ${visitor}`}: ${present ? '' : '!'}${patternText(key)} ${patternText(value)}`.trim(),
    isAbout: ({ kind }) => kind === 'row' || kind === 'no-row',
  }))
}
