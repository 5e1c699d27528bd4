import type { Place, Reporter } from '@/lib/lessons/diagnostic'
import type { FenceLine } from '@/lib/lessons/parse/fence'
import { type Field, parseField } from '@/lib/lessons/parse/field'
import { parsePattern } from '@/lib/lessons/pattern'
import { didYouMean } from '@/lib/lessons/suggest'

const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

interface Request {
  readonly method: string
  readonly url: string
  readonly headers?: readonly (readonly [name: string, value: string])[]
}

/** Reads `GET /path` and header lines. `null` when there is no request in it; what is wrong is reported. */
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
  const fields = rest.map((line) => parseField(line.text, line.place, reporter)).filter((field) => field !== null)
  const headers = fields.filter((field) => isSendable(field, reporter)).map(({ name, value }) => [name, value] as const)
  return headers.length === 0 ? { method, url } : { method, url, headers }
}

function isTarget(url: string): boolean {
  if (/[{}]/.test(url)) return false
  return url.startsWith('/') ? URL.canParse(url, 'http://localhost') : /^https?:\/\//.test(url) && URL.canParse(url)
}

function isSendable(field: Field, reporter: Reporter): boolean {
  if (!parsePattern(field.value).some((part) => part.type === 'capture' && part.other)) return true
  reporter.report('bad-transcript', field.place, 'a request can hold {name}, but not {!name}: it needs one value')
  return false
}
