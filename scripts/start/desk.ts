import { randomBytes } from 'node:crypto'

/** iron-session seals with nothing shorter. */
const SHORTEST_SECRET = 32

export type Settled =
  | {
      readonly ok: true
      /** Variables that were missing, made for this run. */
      readonly made: Readonly<Record<string, string>>
      /** What the terminal should say of it. */
      readonly said: readonly string[]
    }
  | { readonly ok: false; readonly problem: string }

/** What the desk needs of the environment: takes what is there, makes what is missing, refuses what is wrong. */
export function desk(env: Readonly<Record<string, string | undefined>>): Settled {
  const given = env.SESSION_SECRET?.split(',').map((secret) => secret.trim()) ?? []
  const short = given.find((secret) => secret.length < SHORTEST_SECRET)
  if (env.SESSION_SECRET && short !== undefined) {
    const problem = `SESSION_SECRET holds a secret of ${short.length} characters; each needs at least ${SHORTEST_SECRET}. Make one: openssl rand -hex 32`
    return { ok: false, problem }
  }
  const made: Record<string, string> = {}
  const said: string[] = []
  if (!env.INSTRUCTOR_PASSWORD) {
    made.INSTRUCTOR_PASSWORD = randomBytes(12).toString('base64url')
    said.push(`Its password, for this run: ${made.INSTRUCTOR_PASSWORD} (choose your own with INSTRUCTOR_PASSWORD)`)
  }
  if (!env.SESSION_SECRET) {
    made.SESSION_SECRET = randomBytes(32).toString('hex')
    said.push('Sign-ins and sealed progress end with this run (SESSION_SECRET keeps them)')
  }
  return { ok: true, made, said }
}
