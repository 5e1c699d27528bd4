import { asInstructor } from '@/lib/server/auth/guard'
import { currentDesk } from '@/lib/server/desk/current-desk'
import { lessonSummary } from '@/lib/server/desk/lesson-summary'
import { answer } from '@/lib/server/http/answers'

/** Every lesson with its state, and those that were deleted. */
export function GET(request: Request): Promise<Response> {
  return asInstructor(request, async () => {
    const desk = currentDesk()
    const [lessons, deleted] = await Promise.all([desk.list(), desk.deleted()])
    return answer({ lessons: lessons.map(lessonSummary), deleted })
  })
}
