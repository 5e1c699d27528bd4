import 'server-only'
import { Desk, type Refusal } from '@/lib/server/desk/desk'
import { answer, refuse } from '@/lib/server/http/answers'
import { settings } from '@/lib/server/settings'

/** The desk over this server's lessons. */
export function currentDesk(): Desk {
  return new Desk(settings().lessons)
}

/** What came of a wish, as an answer: refusals have a status and the reason's code. */
export function answerTo(result: Refusal | { readonly outcome: string }): Response {
  if (!('why' in result)) return answer(result)
  const status = result.why === 'unknown-lesson' || result.why === 'unknown-version' ? 404 : 422
  return refuse(status, result.why, result.why === 'bad-files' ? { files: result.files } : {})
}
