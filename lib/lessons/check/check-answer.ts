import { matchCookieLine } from '@/lib/lessons/check/cookie-line'
import type { Answer, Mismatch } from '@/lib/lessons/check/failure'
import { formsOf } from '@/lib/lessons/check/forms'
import { type Captures, matchPattern } from '@/lib/lessons/check/match-pattern'
import type { ExpectedResponse, Pattern, Transcript } from '@/lib/lessons/model'
import { patternText } from '@/lib/lessons/pattern'

/** How a comparison went on: what is known after it, and what does not hold. */
export interface Comparison {
  readonly captures: Captures
  readonly mismatches: readonly Mismatch[]
}

type ExpectedHeader = ExpectedResponse['headers'][number]
type ExpectedBody = ExpectedResponse['body'][number]

/** Characters of a body that are shown when it isn't what was expected. */
const SHOWN = 2000

/** Compares an answer with what a transcript expects of it. */
export function checkAnswer(transcript: Transcript, answer: Answer, known: Captures): Comparison {
  const { expected, line, requestText } = transcript
  if (expected.unanswered !== undefined) return { captures: known, mismatches: checkUnanswered(transcript, answer) }
  if (answer.failure !== null) {
    return { captures: known, mismatches: [{ kind: 'answer', line, expected: requestText, actual: answer.failure }] }
  }
  let captures = known
  const mismatches: Mismatch[] = []
  const take = (result: Captures | Mismatch) => {
    if ('kind' in result) mismatches.push(result)
    else captures = result
  }
  if (expected.status !== null && expected.status !== answer.status) {
    mismatches.push({
      kind: 'status',
      line,
      expected: String(expected.status),
      actual: answer.status?.toString() ?? null,
    })
  }
  for (const header of expected.headers) take(checkHeader(header, answer, captures))
  for (const body of expected.body) take(checkBody(body, answer, captures))
  return { captures, mismatches }
}

function checkUnanswered({ expected, line }: Transcript, { failure, status }: Answer): readonly Mismatch[] {
  const { unanswered = 'any' } = expected
  if (failure === null) {
    return [{ kind: 'answered', line, expected: unanswered, actual: status === null ? null : `HTTP/1.1 ${status}` }]
  }
  return unanswered === 'any' || unanswered === failure
    ? []
    : [{ kind: 'answer', line, expected: unanswered, actual: failure }]
}

function checkHeader({ name, line, match }: ExpectedHeader, answer: Answer, known: Captures): Captures | Mismatch {
  const values = answer.headers.filter(([sent]) => sent.toLowerCase() === name.toLowerCase()).map(([, value]) => value)
  const actual = values.length === 0 ? null : values.map((value) => `${name}: ${value}`).join('\n')
  if (match.kind === 'absent') {
    return values.length === 0 ? known : { kind: 'no-header', line, expected: name, actual }
  }
  const matchValue = name.toLowerCase() === 'set-cookie' ? matchCookieLine : matchWhole
  for (const value of values) {
    const found = matchValue(match.pattern, value, known)
    if (found) return found
  }
  return { kind: 'header', line, expected: `${name}: ${patternText(match.pattern, known)}`, actual }
}

function matchWhole(pattern: Pattern, text: string, known: Captures): Captures | null {
  return matchPattern(pattern, text, known, 'whole')
}

function checkBody({ text, contained, line }: ExpectedBody, answer: Answer, known: Captures): Captures | Mismatch {
  const found = matchPattern(text, answer.body, known, 'within', formsOf)
  const expected = patternText(text, known)
  const actual = answer.body.slice(0, SHOWN)
  if (contained) return found ?? { kind: 'body', line, expected, actual }
  return found === null ? known : { kind: 'no-body', line, expected, actual }
}
