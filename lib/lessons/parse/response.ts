import { EXCHANGE_FAILURES } from '@/lib/engine/trace/event'
import type { Reporter } from '@/lib/lessons/diagnostic'
import type { ExpectedResponse } from '@/lib/lessons/model'
import type { FenceLine } from '@/lib/lessons/parse/fence'
import { FIELD_NAME, parseField } from '@/lib/lessons/parse/field'
import { parsePattern } from '@/lib/lessons/pattern'
import { didYouMean } from '@/lib/lessons/suggest'

type ExpectedHeader = ExpectedResponse['headers'][number]
type ExpectedBody = ExpectedResponse['body'][number]

/** Why there may be no answer. */
const ANY_FAILURE = ['any', ...EXCHANGE_FAILURES] as const

/** Whether a line begins an answer: `HTTP/1.1 200`, or `!HTTP/1.1` for none. */
export function isStatusLine(text: string): boolean {
  return /^!?HTTP\//i.test(text)
}

/** Reads what must hold of an answer: `HTTP/1.1 200`, header lines, `!Header`, `~ text`, `!~ text`; or `!HTTP/1.1`. */
export function parseResponse(lines: readonly FenceLine[], reporter: Reporter): ExpectedResponse {
  const first = lines[0]
  if (first?.text.startsWith('!HTTP/')) return noResponse(first, lines[1], reporter)
  const hasStatus = first !== undefined && isStatusLine(first.text)
  const headers: ExpectedHeader[] = []
  const body: ExpectedBody[] = []
  for (const line of hasStatus ? lines.slice(1) : lines) {
    if (line.text.trim() === '') {
      reporter.report('bad-transcript', line.place, 'a blank line within the answer; text of the body begins with "~ "')
    } else if (/^!?~/.test(line.text)) {
      const expected = bodyLine(line, reporter)
      if (expected) body.push(expected)
    } else {
      const expected = headerLine(line, reporter)
      if (expected) headers.push(expected)
    }
  }
  return { status: hasStatus ? statusOf(first, reporter) : null, headers, body }
}

function noResponse({ text, place }: FenceLine, next: FenceLine | undefined, reporter: Reporter): ExpectedResponse {
  if (next) reporter.report('bad-transcript', next.place, 'where no answer comes, nothing can be expected of it')
  const written = /^!HTTP\/1\.1(?:\s+(\S+))?$/.exec(text.trim())
  const reason = written?.[1] ?? 'any'
  const unanswered = ANY_FAILURE.find((known) => written !== null && known === reason)
  if (unanswered === undefined) {
    const hint = didYouMean(reason, EXCHANGE_FAILURES) || `; known are ${EXCHANGE_FAILURES.join(', ')}`
    reporter.report('bad-transcript', place, `no answer is "!HTTP/1.1", with or without a reason${hint}`)
  }
  return { unanswered: unanswered ?? 'any', status: null, headers: [], body: [] }
}

function statusOf({ text, place }: FenceLine, reporter: Reporter): number | null {
  const match = /^HTTP\/1\.1 ([1-5]\d\d)$/.exec(text.trim())
  if (match) return Number(match[1])
  reporter.report('bad-transcript', place, `"${text.trim()}" is no status such as "HTTP/1.1 200"`)
  return null
}

function bodyLine({ text, place }: FenceLine, reporter: Reporter): ExpectedBody | null {
  const contained = !text.startsWith('!')
  const wanted = text.replace(/^!?~/, '').trim()
  if (wanted !== '') return { text: parsePattern(wanted), contained, line: place.line }
  reporter.report('bad-transcript', place, 'after "~" comes text of the body')
  return null
}

function headerLine({ text, place }: FenceLine, reporter: Reporter): ExpectedHeader | null {
  const wide = /^[～！]/.exec(text)?.[0]
  if (wide !== undefined) {
    reporter.report('bad-transcript', place, `write "${wide === '～' ? '~' : '!'}", not the wide "${wide}"`)
    return null
  }
  if (text.startsWith('!')) {
    const name = text.slice(1).trim()
    if (FIELD_NAME.test(name)) return { name, line: place.line, match: { kind: 'absent' } }
    reporter.report('bad-transcript', place, `after "!" comes a header's name alone, such as "!Set-Cookie"`)
    return null
  }
  const field = parseField(text, place, reporter)
  if (!field) return null
  return { name: field.name, line: place.line, match: { kind: 'value', pattern: parsePattern(field.value) } }
}
