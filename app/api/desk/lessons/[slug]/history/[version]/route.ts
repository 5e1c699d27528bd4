import { asInstructor } from '@/lib/server/auth/guard'
import { currentDesk } from '@/lib/server/desk/current-desk'
import { answer, refuse } from '@/lib/server/http/answers'

interface Context {
  readonly params: Promise<{ readonly slug: string; readonly version: string }>
}

/** A former version whole. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return asInstructor(request, async () => {
    const { slug, version } = await params
    const found = await currentDesk().version(slug, version)
    return found ? answer(found) : refuse(404, 'unknown-version')
  })
}
