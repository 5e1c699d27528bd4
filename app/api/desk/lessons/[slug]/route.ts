import { asInstructor } from '@/lib/server/auth/guard'
import { answerTo, currentDesk } from '@/lib/server/desk/current-desk'
import { saveSchema } from '@/lib/server/desk/schemas'
import { answer, refuse } from '@/lib/server/http/answers'
import { readJson } from '@/lib/server/http/read-json'

interface Context {
  readonly params: Promise<{ readonly slug: string }>
}

/** A lesson whole: its files, its draft, and what is wrong with it. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return asInstructor(request, async () => {
    const lesson = await currentDesk().find((await params).slug)
    if (!lesson) return refuse(404, 'unknown-lesson')
    const { slug, folder, files, revision, draft, reading } = lesson
    return answer({ slug, folder, files, revision, draft, diagnostics: reading.diagnostics })
  })
}

/** Saves a lesson whole. */
export function PUT(request: Request, { params }: Context): Promise<Response> {
  return asInstructor(request, async () => {
    const read = await readJson(request, saveSchema)
    if (!read.ok) return read.refusal
    return answerTo(await currentDesk().save({ slug: (await params).slug, ...read.value }))
  })
}

export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return asInstructor(request, async () => answerTo(await currentDesk().remove((await params).slug)))
}
