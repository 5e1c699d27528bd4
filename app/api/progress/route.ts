import { cookies } from 'next/headers'
import { z } from 'zod'
import { mergeProgress, type Progress, progressIn } from '@/lib/lessons/progress'
import { isFromOurPages, isHttps } from '@/lib/server/auth/request-facts'
import { answer, refuse } from '@/lib/server/http/answers'
import { readJson } from '@/lib/server/http/read-json'
import { openProgress, PROGRESS_COOKIE, PROGRESS_TTL, sealProgress } from '@/lib/server/progress/sealed-progress'

const BODY_BOUND = 64 * 1024

/** What is sealed in the student's cookie. Sets none. */
export async function GET(): Promise<Response> {
  return answer(await openProgress((await cookies()).get(PROGRESS_COOKIE)?.value))
}

/** Puts together what the cookie holds and what the page knows, seals it anew, and gives it back. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return refuse(403, 'other-origin')
  const read = await readJson(request, z.unknown(), BODY_BOUND)
  if (!read.ok) return read.refusal
  const jar = await cookies()
  const known = await openProgress(jar.get(PROGRESS_COOKIE)?.value)
  const progress: Progress = mergeProgress(known, progressIn(read.value))
  const sealed = await sealProgress(progress)
  if (sealed) jar.set(PROGRESS_COOKIE, sealed.cookie, attributes(request, PROGRESS_TTL))
  return answer(progress)
}

/** Forgets. */
export async function DELETE(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return refuse(403, 'other-origin')
  const jar = await cookies()
  if (jar.has(PROGRESS_COOKIE)) jar.set(PROGRESS_COOKIE, '', attributes(request, 0))
  return answer({ outcome: 'forgotten' })
}

function attributes(request: Request, maxAge: number) {
  const path = process.env.NEXT_PUBLIC_BASE_PATH || '/'
  return { httpOnly: true, sameSite: 'lax', secure: isHttps(request.headers), path, maxAge } as const
}
