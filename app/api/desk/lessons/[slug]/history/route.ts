import { asInstructor } from '@/lib/server/auth/guard'
import { currentDesk } from '@/lib/server/desk/current-desk'
import { answer } from '@/lib/server/http/answers'

interface Context {
  readonly params: Promise<{ readonly slug: string }>
}

/** A lesson's former versions, the newest first, without their files. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return asInstructor(request, async () => answer({ versions: await currentDesk().history((await params).slug) }))
}
