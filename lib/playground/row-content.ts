import type { Preview } from '@/lib/engine/sessions/preview'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { SessionRow } from '@/lib/engine/trace/session-table'

/** What a program put into a session, apart from what express-session keeps with it about its cookie. */
export interface RowContent {
  readonly content: Preview
  /** `null` in a row that is not express-session's. */
  readonly cookie: Preview | null
}

/** The cookie in a session's JSON: of a text that was cut, no more than this can be read. */
const COOKIE_IN_JSON = /^\{"cookie":(\{[^{}]*\}),?/

/** A row's value in two: as a store keeps it, the cookie comes first and is long. A store may also keep it as a text. */
export function rowContent(value: Preview): RowContent {
  if (value.type === 'string') return textContent(value)
  if (value.type !== 'object') return { content: value, cookie: null }
  const cookie = value.entries.find(([key]) => key === 'cookie')?.[1]
  if (cookie?.type !== 'object') return { content: value, cookie: null }
  return { content: { ...value, entries: value.entries.filter(([key]) => key !== 'cookie') }, cookie }
}

function textContent(text: Extract<Preview, { type: 'string' }>): RowContent {
  const match = COOKIE_IN_JSON.exec(text.value)
  if (match?.[1] === undefined) return { content: text, cookie: null }
  const content = { ...text, value: `{${text.value.slice(match[0].length)}` }
  return { content, cookie: { type: 'string', value: match[1], cut: 0 } }
}

/** Whether a row's last change left its content as it was: only its expiry moved. */
export function isRenewal({ value, before, broken }: SessionRow): boolean {
  if (before === null || broken) return false
  const [now, then] = [rowContent(value), rowContent(before)]
  return now.cookie !== null && then.cookie !== null && previewText(now.content) === previewText(then.content)
}
