import type { Via, VisitAction } from '@/lib/engine/story/action'
import type { Reporter } from '@/lib/lessons/diagnostic'
import { parseDuration } from '@/lib/lessons/duration'
import type { ExpectedResponse, Transcript } from '@/lib/lessons/model'
import { type Attribute, readAttributes } from '@/lib/lessons/parse/attributes'
import type { FenceLine, FenceSource } from '@/lib/lessons/parse/fence'
import { parseRequest } from '@/lib/lessons/parse/request'
import { parseResponse } from '@/lib/lessons/parse/response'
import { FENCES } from '@/lib/lessons/parse/vocabulary'
import { didYouMean } from '@/lib/lessons/suggest'

const VIAS: readonly Via[] = ['address', 'link', 'form', 'image', 'script']
const NOTHING: ExpectedResponse = { status: null, headers: [], body: [] }

/** Reads an `http` fence: a request, a blank line, what must hold of the answer. `null` when it can't be sent. */
export function parseTranscript(fence: FenceSource, reporter: Reporter): Transcript | null {
  const attributes = readAttributes(fence.attributes, FENCES.http, fence, reporter)
  const blank = fence.lines.findIndex((line) => line.text.trim() === '')
  const requestLines = blank === -1 ? fence.lines : fence.lines.slice(0, blank)
  const rest = blank === -1 ? [] : withoutBlankEnds(fence.lines.slice(blank))
  const request = parseRequest(requestLines, fence.place, reporter)
  const expected = rest.length === 0 ? NOTHING : parseResponse(rest, reporter)
  const visitor = attributes.get('visitor')?.value
  if (request === null || visitor === undefined) return null
  const visit: VisitAction = { type: 'visit', visitor, ...request, ...circumstances(attributes, reporter) }
  const at = momentOf(attributes.get('at'), reporter)
  return {
    line: fence.place.line,
    visitor,
    action: at === null ? visit : { ...visit, at },
    requestText: requestLines.map((line) => line.text).join('\n'),
    expected,
  }
}

function withoutBlankEnds(lines: readonly FenceLine[]): readonly FenceLine[] {
  const isText = (line: FenceLine) => line.text.trim() !== ''
  return lines.slice(
    lines.findIndex(isText) === -1 ? lines.length : lines.findIndex(isText),
    lines.findLastIndex(isText) + 1,
  )
}

function circumstances(
  attributes: ReadonlyMap<string, Attribute>,
  reporter: Reporter,
): Pick<VisitAction, 'via' | 'from'> {
  const from = attributes.get('from')
  if (from && !isOrigin(from.value)) {
    reporter.report('bad-value', from.place, `from="${from.value}" is no origin such as https://evil.example`)
  }
  const given = attributes.get('via')
  const via = VIAS.find((known) => known === given?.value)
  if (given && !via) {
    const hint = didYouMean(given.value, VIAS) || `; it is one of ${VIAS.join(', ')}`
    reporter.report('bad-value', given.place, `via="${given.value}" is unknown${hint}`)
  }
  return { ...(via ? { via } : {}), ...(from ? { from: from.value } : {}) }
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text
}

function momentOf(at: Attribute | undefined, reporter: Reporter): number | null {
  if (!at) return null
  const moment = at.value.startsWith('+') ? parseDuration(at.value.slice(1)) : null
  if (moment === null) reporter.report('bad-value', at.place, `at="${at.value}" is no moment such as +50ms`)
  return moment
}
