import 'server-only'
import { z } from 'zod'
import { isNothing, NO_PROGRESS, type Progress, progressIn } from '@/lib/lessons/progress'
import { seal, unseal } from '@/lib/server/seal'

/** The cookie of a student's progress. */
export const PROGRESS_COOKIE = 'barbershop-progress'
/** As long as browsers keep any cookie (RFC 6265bis section 5.5): 400 days, in seconds. */
export const PROGRESS_TTL = 400 * 24 * 60 * 60
/** Bytes that the sealed value may have. */
export const PROGRESS_BYTES = 2000 - PROGRESS_COOKIE.length

const schema = z.object({ v: z.literal(1), done: z.unknown(), steps: z.unknown() })

/** What a cookie holds; nothing when it can't be opened, as after a change of secret. */
export async function openProgress(cookie: string | undefined): Promise<Progress> {
  const sealed = await unseal(cookie, schema, PROGRESS_TTL)
  return sealed ? progressIn(sealed) : NO_PROGRESS
}

/**
 * Seals progress so that it fits: steps go first, being the lesser loss, then the tasks of the lessons that were begun
 * first. `null`: there is nothing to keep, or nothing to seal it with.
 */
export async function sealProgress(progress: Progress): Promise<{ cookie: string; kept: Progress } | null> {
  for (let kept = progress; !isNothing(kept); kept = lessOf(kept)) {
    const cookie = await seal({ v: 1, ...kept }, PROGRESS_TTL)
    if (cookie === null) return null
    if (cookie.length <= PROGRESS_BYTES) return { cookie, kept }
  }
  return null
}

function lessOf({ done, steps }: Progress): Progress {
  const [first] = Object.keys(steps)
  if (first !== undefined) return { done, steps: without(steps, first) }
  return { done: without(done, Object.keys(done)[0] ?? ''), steps }
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}
