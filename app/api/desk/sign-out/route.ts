import { asInstructor, setDeskCookie } from '@/lib/server/auth/guard'
import { signOut } from '@/lib/server/auth/sign-in'
import { signOutSchema } from '@/lib/server/desk/schemas'
import { answer } from '@/lib/server/http/answers'
import { readJson } from '@/lib/server/http/read-json'

/** Ends this sign-in wherever its cookie was copied to, or all of them. */
export function POST(request: Request): Promise<Response> {
  return asInstructor(request, async (session) => {
    const read = await readJson(request, signOutSchema, 4096)
    if (!read.ok) return read.refusal
    await signOut(session, read.value.everywhere)
    await setDeskCookie(request, '')
    return answer({ outcome: 'signed-out' })
  })
}
