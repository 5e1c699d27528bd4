import 'server-only'
import { cookies } from 'next/headers'
import { isFromOurPages, isHttps } from '@/lib/server/auth/request-facts'
import { DESK_COOKIE, DESK_TTL, type DeskSession, deskSession } from '@/lib/server/auth/sign-in'
import { DiskError } from '@/lib/server/desk/disk-error'
import { refuse } from '@/lib/server/http/answers'

/** The instructor whose request or page this is; `null` when nobody is signed in. */
export async function currentInstructor(): Promise<DeskSession | null> {
  return deskSession((await cookies()).get(DESK_COOKIE)?.value)
}

/** Lets only signed-in instructors through, and changes only from our own pages; tells what the disk could not do. */
export async function asInstructor(
  request: Request,
  work: (session: DeskSession) => Promise<Response>,
): Promise<Response> {
  try {
    if (request.method !== 'GET' && !isFromOurPages(request.headers)) return refuse(403, 'other-origin')
    const session = await currentInstructor()
    return session ? await work(session) : refuse(401, 'signed-out')
  } catch (error) {
    if (error instanceof DiskError) return refuse(error.problem === 'busy' ? 503 : 507, `disk-${error.problem}`)
    throw error
  }
}

/** The attributes of the desk's cookie. `value` empty: it goes. */
export async function setDeskCookie(request: Request, value: string): Promise<void> {
  const jar = await cookies()
  jar.set(DESK_COOKIE, value, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(request.headers),
    path: process.env.NEXT_PUBLIC_BASE_PATH || '/',
    maxAge: value === '' ? 0 : DESK_TTL,
  })
}
