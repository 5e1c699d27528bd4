import type { z } from 'zod'
import { refuse } from '@/lib/server/http/answers'

/** Bytes that a request's body may have: a whole lesson as JSON, with room for what JSON escapes. */
export const BODY_BOUND = 6 * 1024 * 1024

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Response }

/** Reads a JSON body of a known shape, and no more bytes of it than allowed. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>, bound = BODY_BOUND): Promise<Read<T>> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json(;|$)/i.test(type)) return { ok: false, refusal: refuse(415, 'not-json') }
  const text = await boundedText(request, bound)
  if (text === null) return { ok: false, refusal: refuse(413, 'too-large') }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, refusal: refuse(400, 'not-json') }
  }
  const parsed = schema.safeParse(value)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, refusal: refuse(400, 'bad-request') }
}

/** `null`: there are more bytes than allowed. Stops reading there. */
async function boundedText(request: Request, bound: number): Promise<string | null> {
  if (Number(request.headers.get('content-length') ?? 0) > bound) return null
  const reader = request.body?.getReader()
  if (!reader) return ''
  const pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new TextDecoder().decode(Buffer.concat(pieces))
    size += value.length
    if (size > bound) {
      await reader.cancel()
      return null
    }
    pieces.push(value)
  }
}
