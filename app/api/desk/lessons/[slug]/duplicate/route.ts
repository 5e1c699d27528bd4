import { asInstructor } from '@/lib/server/auth/guard'
import { answerTo, currentDesk } from '@/lib/server/desk/current-desk'
import { nameSchema } from '@/lib/server/desk/schemas'
import { readJson } from '@/lib/server/http/read-json'

interface Context {
  readonly params: Promise<{ readonly slug: string }>
}

/** A copy of a lesson under another slug and number. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return asInstructor(request, async () => {
    const read = await readJson(request, nameSchema, 4096)
    if (!read.ok) return read.refusal
    const { slug } = await params
    return answerTo(await currentDesk().duplicate(slug, read.value.slug, read.value.number))
  })
}
