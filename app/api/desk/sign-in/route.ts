import { setDeskCookie } from '@/lib/server/auth/guard'
import { addressOf, isFromOurPages } from '@/lib/server/auth/request-facts'
import { signIn } from '@/lib/server/auth/sign-in'
import { signInSchema } from '@/lib/server/desk/schemas'
import { answer, refuse } from '@/lib/server/http/answers'
import { readJson } from '@/lib/server/http/read-json'

/** A password, given for the desk's cookie. */
export async function POST(request: Request): Promise<Response> {
  if (!isFromOurPages(request.headers)) return refuse(403, 'other-origin')
  const read = await readJson(request, signInSchema, 4096)
  if (!read.ok) return read.refusal
  const result = await signIn(read.value.password, addressOf(request.headers))
  switch (result.outcome) {
    case 'signed-in':
      await setDeskCookie(request, result.cookie)
      return answer({ outcome: 'signed-in' })
    case 'wrong-password':
      return refuse(401, 'wrong-password')
    case 'too-early': {
      const seconds = Math.ceil(result.wait / 1000)
      return refuse(429, 'too-early', { seconds }, { 'Retry-After': String(seconds) })
    }
    case 'closed':
      return refuse(503, 'closed')
    default:
      return result satisfies never
  }
}
