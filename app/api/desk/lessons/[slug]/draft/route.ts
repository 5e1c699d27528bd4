import { asInstructor } from '@/lib/server/auth/guard'
import { answerTo, currentDesk } from '@/lib/server/desk/current-desk'

interface Context {
  readonly params: Promise<{ readonly slug: string }>
}

/** Lets go of a lesson's draft. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return asInstructor(request, async () => answerTo(await currentDesk().discardDraft((await params).slug)))
}
