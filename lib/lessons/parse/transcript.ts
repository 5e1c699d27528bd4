import type { VisitAction } from '@/lib/engine/story/action'
import type { Reporter } from '@/lib/lessons/diagnostic'
import { parseDuration } from '@/lib/lessons/duration'
import type { ExpectedResponse, Transcript } from '@/lib/lessons/model'
import { Given } from '@/lib/lessons/parse/actions/given'
import { readAttributes } from '@/lib/lessons/parse/attributes'
import { circumstancesOf } from '@/lib/lessons/parse/circumstances'
import type { FenceLine, FenceSource } from '@/lib/lessons/parse/fence'
import { parseRequest, requestText } from '@/lib/lessons/parse/request'
import { isStatusLine, parseResponse } from '@/lib/lessons/parse/response'
import { FENCES } from '@/lib/lessons/parse/vocabulary'

const NOTHING: ExpectedResponse = { status: null, headers: [], body: [] }

/** Reads an `http` fence: a request, a blank line, what must hold of the answer. `null` when it can't be sent. */
export function parseTranscript(fence: FenceSource, reporter: Reporter): Transcript | null {
  const attributes = readAttributes(fence.attributes, FENCES.http, fence, reporter)
  const given = new Given(attributes, fence.attributes.length, fence.place, reporter)
  const { requestLines, rest } = halves(fence.lines, reporter)
  const request = parseRequest(requestLines, fence.place, reporter)
  const expected = rest.length === 0 ? NOTHING : parseResponse(rest, reporter)
  const visitor = given.text('visitor')
  if (request === null || visitor === undefined) return null
  const visit: VisitAction = { type: 'visit', visitor, ...request, ...circumstancesOf(given) }
  const at = momentOf(given)
  return {
    line: fence.place.line,
    visitor,
    action: at === null ? visit : { ...visit, at },
    requestText: requestText(requestLines),
    ...(given.has('follow') ? { follow: true } : {}),
    expected,
  }
}

/** The request and the answer: a blank line stands between them. */
function halves(lines: readonly FenceLine[], reporter: Reporter) {
  const blank = lines.findIndex((line) => line.text.trim() === '')
  const status = lines.findIndex((line) => isStatusLine(line.text))
  const isGlued = status > 0 && (blank === -1 || status < blank)
  const glued = isGlued ? lines[status] : undefined
  if (glued)
    reporter.report('bad-transcript', glued.place, 'a blank line is missing between the request and this answer')
  const end = glued ? status : blank === -1 ? lines.length : blank
  return { requestLines: lines.slice(0, end), rest: withoutBlankEnds(lines.slice(end)) }
}

function withoutBlankEnds(lines: readonly FenceLine[]): readonly FenceLine[] {
  const isText = (line: FenceLine) => line.text.trim() !== ''
  return lines.slice(
    lines.findIndex(isText) === -1 ? lines.length : lines.findIndex(isText),
    lines.findLastIndex(isText) + 1,
  )
}

function momentOf(given: Given): number | null {
  const at = given.text('at')
  if (at === undefined) return null
  const moment = at.startsWith('+') ? parseDuration(at.slice(1)) : null
  if (moment === null) given.report('bad-value', 'at', `at="${at}" is no moment such as +50ms`)
  return moment
}
