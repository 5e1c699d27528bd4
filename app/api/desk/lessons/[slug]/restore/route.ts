import { asInstructor } from '@/lib/server/auth/guard'
import { answerTo, currentDesk } from '@/lib/server/desk/current-desk'
import { restoreSchema } from '@/lib/server/desk/schemas'
import { readJson } from '@/lib/server/http/read-json'

interface Context {
  readonly params: Promise<{ readonly slug: string }>
}

/** Puts a former version in the place of the present one, or a deleted lesson back. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return asInstructor(request, async () => {
    const read = await readJson(request, restoreSchema, 4096)
    if (!read.ok) return read.refusal
    const { slug } = await params
    return answerTo(await currentDesk().restore(slug, read.value.version))
  })
}
