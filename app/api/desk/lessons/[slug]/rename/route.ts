import { asInstructor } from '@/lib/server/auth/guard'
import { answerTo, currentDesk } from '@/lib/server/desk/current-desk'
import { nameSchema } from '@/lib/server/desk/schemas'
import { readJson } from '@/lib/server/http/read-json'

interface Context {
  readonly params: Promise<{ readonly slug: string }>
}

/** Gives a lesson another slug or number. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return asInstructor(request, async () => {
    const read = await readJson(request, nameSchema, 4096)
    if (!read.ok) return read.refusal
    const { slug } = await params
    return answerTo(await currentDesk().rename(slug, read.value))
  })
}
