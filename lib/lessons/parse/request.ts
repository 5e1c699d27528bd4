import type { Place, Reporter } from '@/lib/lessons/diagnostic'
import type { FenceLine } from '@/lib/lessons/parse/fence'
import { parseField } from '@/lib/lessons/parse/field'
import { parsePattern } from '@/lib/lessons/pattern'
import { didYouMean } from '@/lib/lessons/suggest'

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

interface Request {
  readonly method: string
  readonly url: string
  readonly headers?: readonly (readonly [name: string, value: string])[]
  readonly body?: string
}

/** Reads `GET /path`, header lines, and `~ text` as the body. `null` when there is no request; what is wrong is reported. */
export function parseRequest(lines: readonly FenceLine[], fence: Place, reporter: Reporter): Request | null {
  const [first, ...rest] = lines
  if (!first || first.text.trim() === '') {
    reporter.report('bad-transcript', fence, 'a transcript begins with a request such as "GET /"')
    return null
  }
  const [method = '', url, ...more] = first.text.trim().split(/\s+/)
  if (!METHODS.includes(method)) {
    const hint = didYouMean(method, METHODS) || `; it is one of ${METHODS.join(', ')}`
    reporter.report('bad-transcript', first.place, `"${method}" is no method${hint}`)
    return null
  }
  if (url === undefined || !isTarget(url) || more.length > 0) {
    reporter.report('bad-transcript', first.place, `after ${method} comes one path such as "/" or one http:// address`)
    return null
  }
  const bodyLines = rest.filter(isBody)
  const fields = rest
    .filter((line) => !isBody(line))
    .map((line) => parseField(line.text, line.place, reporter))
    .filter((field) => field !== null)
  const headers = fields
    .filter(({ value, place }) => isFillable(value, place, reporter))
    .map(({ name, value }) => [name, value] as const)
  const body = bodyOf(bodyLines, method, reporter)
  return { method, url, ...(headers.length === 0 ? {} : { headers }), ...(body === null ? {} : { body }) }
}

function isBody({ text }: FenceLine): boolean {
  return text.startsWith('~')
}

/** A request as it is shown: its body after a blank line, as on the wire. */
export function requestText(lines: readonly FenceLine[]): string {
  const head = lines.filter((line) => !isBody(line)).map(({ text }) => text)
  const body = lines.filter(isBody).map(bodyText)
  return [...head, ...(body.length === 0 ? [] : ['', ...body])].join('\n')
}

function bodyText({ text }: FenceLine): string {
  return text.replace(/^~ ?/, '')
}

/** What `~` lines say is sent as it stands: a form's fields, for example. */
function bodyOf(lines: readonly FenceLine[], method: string, reporter: Reporter): string | null {
  const [first] = lines
  if (!first) return null
  if (method === 'GET' || method === 'HEAD') {
    reporter.report('bad-transcript', first.place, `a ${method} sends no body`)
    return null
  }
  for (const { text, place } of lines) isFillable(text, place, reporter)
  return lines.map(bodyText).join('\n')
}

function isTarget(url: string): boolean {
  if (/[{}]/.test(url)) return false
  return url.startsWith('/') ? URL.canParse(url, 'http://localhost') : /^https?:\/\//.test(url) && URL.canParse(url)
}

function isFillable(text: string, place: Place, reporter: Reporter): boolean {
  if (!parsePattern(text).some((part) => part.type === 'capture' && part.other)) return true
  reporter.report('bad-transcript', place, 'a request can hold {name}, but not {!name}: it needs one value')
  return false
}
