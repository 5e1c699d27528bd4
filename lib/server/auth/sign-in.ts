import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Attempts } from '@/lib/server/auth/attempts'
import { isSamePassword } from '@/lib/server/auth/password'
import { readRevoked, revoke } from '@/lib/server/auth/revoked'
import { seal, unseal } from '@/lib/server/seal'
import { settings } from '@/lib/server/settings'

/** The cookie of an instructor who is signed in. */
export const DESK_COOKIE = 'barbershop-desk'
/** How long a sign-in lasts, in seconds: a working day. */
export const DESK_TTL = 12 * 60 * 60

const schema = z.object({ v: z.literal(1), id: z.string(), at: z.number() })

/** What is sealed in the cookie: nothing but which sign-in it is, and when it was, in milliseconds since the Unix epoch. */
export type DeskSession = z.infer<typeof schema>

export type SignIn =
  | { readonly outcome: 'signed-in'; readonly cookie: string }
  | { readonly outcome: 'wrong-password' }
  /** Not looked at. `wait` in milliseconds. */
  | { readonly outcome: 'too-early'; readonly wait: number }
  /** The server has no password or no secret. */
  | { readonly outcome: 'closed' }

const attempts = new Attempts()

export async function signIn(password: string, address: string, now = Date.now()): Promise<SignIn> {
  const { password: right } = settings()
  if (right === null) return { outcome: 'closed' }
  const wait = attempts.wait(address, now)
  if (wait > 0) return { outcome: 'too-early', wait }
  if (!isSamePassword(password, right)) {
    attempts.failed(address, now)
    return { outcome: 'wrong-password' }
  }
  attempts.succeeded(address)
  const session: DeskSession = { v: 1, id: randomUUID(), at: now }
  const cookie = await seal(session, DESK_TTL)
  return cookie === null ? { outcome: 'closed' } : { outcome: 'signed-in', cookie }
}

/** The sign-in that a cookie stands for; `null` when it stands for none, or for one that was signed out. */
export async function deskSession(cookie: string | undefined): Promise<DeskSession | null> {
  const session = await unseal(cookie, schema, DESK_TTL)
  if (!session) return null
  const { ids, before } = await readRevoked(settings().lessons)
  return Object.hasOwn(ids, session.id) || session.at < before ? null : session
}

/** Ends a sign-in, also where its cookie was copied to; with `everywhere`, all others too. */
export async function signOut(session: DeskSession, everywhere: boolean, now = Date.now()): Promise<void> {
  const until = session.at + DESK_TTL * 1000
  await revoke(settings().lessons, { ids: { [session.id]: until }, before: everywhere ? now : 0 }, now)
}
