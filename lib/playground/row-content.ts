import type { Preview } from '@/lib/engine/sessions/preview'
import { previewText } from '@/lib/engine/sessions/preview-text'
import type { SessionRow } from '@/lib/engine/trace/session-table'

/** What a program put into a session, apart from what express-session keeps with it about its cookie. */
export interface RowContent {
  readonly content: Preview
  /** `null` in a row that is not express-session's. */
  readonly cookie: Preview | null
}

/** A row's value in two: as a store keeps it, the cookie comes first and is long. */
export function rowContent(value: Preview): RowContent {
  if (value.type !== 'object') return { content: value, cookie: null }
  const cookie = value.entries.find(([key]) => key === 'cookie')?.[1]
  if (cookie?.type !== 'object') return { content: value, cookie: null }
  return { content: { ...value, entries: value.entries.filter(([key]) => key !== 'cookie') }, cookie }
}

/** Whether a row's last change left its content as it was: only its expiry moved. */
export function isRenewal({ value, before, broken }: SessionRow): boolean {
  if (before === null || broken) return false
  const [now, then] = [rowContent(value), rowContent(before)]
  return now.cookie !== null && then.cookie !== null && previewText(now.content) === previewText(then.content)
}
