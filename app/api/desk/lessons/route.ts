import { asInstructor } from '@/lib/server/auth/guard'
import { answerTo, currentDesk } from '@/lib/server/desk/current-desk'
import { lessonSummary } from '@/lib/server/desk/lesson-summary'
import { nameSchema } from '@/lib/server/desk/schemas'
import { templateFiles } from '@/lib/server/desk/template'
import { answer } from '@/lib/server/http/answers'
import { readJson } from '@/lib/server/http/read-json'

/** Every lesson with its state, and those that were deleted. */
export function GET(request: Request): Promise<Response> {
  return asInstructor(request, async () => {
    const desk = currentDesk()
    const [lessons, deleted] = await Promise.all([desk.list(), desk.deleted()])
    return answer({ lessons: lessons.map(lessonSummary), deleted })
  })
}

/** A new lesson, valid as created. */
export function POST(request: Request): Promise<Response> {
  return asInstructor(request, async () => {
    const read = await readJson(request, nameSchema, 4096)
    if (!read.ok) return read.refusal
    return answerTo(await currentDesk().create(read.value.slug, read.value.number, await templateFiles()))
  })
}
