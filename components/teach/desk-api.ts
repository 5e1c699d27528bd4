import { withBase } from '@/components/ui/base-path'
import type { FilesObjection } from '@/lib/server/desk/lesson-files'

/** What the desk's server says when it does not do what it was asked; each has words in both languages. */
export const DESK_ERRORS = [
  'signed-out',
  'other-origin',
  'wrong-password',
  'too-early',
  'closed',
  'unknown-lesson',
  'unknown-version',
  'bad-slug',
  'bad-number',
  'slug-taken',
  'number-taken',
  'bad-files',
  'too-large',
  'disk-read-only',
  'disk-full',
  'disk-no-folder',
  'disk-link',
  'disk-busy',
  'disk-other',
  /** Nobody answers: the server is away, or the network. */
  'away',
  /** Anything else: a mistake of ours. */
  'broken',
] as const

export type DeskErrorCode = (typeof DESK_ERRORS)[number]

export interface DeskError {
  readonly error: DeskErrorCode
  /** How long to wait, of `too-early`. */
  readonly seconds?: number
  /** What is wrong with which file, of `bad-files`. */
  readonly files?: FilesObjection
}

export type DeskAnswer<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & DeskError)

/** Asks the desk's server. Never rejects. */
export async function askDesk<T>(path: string, method = 'GET', body?: object): Promise<DeskAnswer<T>> {
  let response: Response
  try {
    response = await fetch(withBase(`/api/desk/${path}`), {
      method,
      cache: 'no-store',
      ...(body ? { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}),
    })
  } catch {
    return { ok: false, error: 'away' }
  }
  const answer: (T & { readonly error?: string }) | null = await response.json().catch(() => null)
  if (response.ok && answer !== null) return { ok: true, value: answer }
  const error = DESK_ERRORS.find((code) => code === answer?.error)
  if (error === undefined) return { ok: false, error: response.status >= 502 ? 'away' : 'broken' }
  return { ok: false, ...answer, error }
}

/** Where a lesson is at the desk's server. */
export function lessonAddress(slug: string, more = ''): string {
  return `lessons/${encodeURIComponent(slug)}${more === '' ? '' : `/${more}`}`
}
