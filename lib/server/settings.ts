import 'server-only'
import { join } from 'node:path'

/** What the environment says, looked at anew each time: tests and rotation change it. */
export function settings() {
  const { INSTRUCTOR_PASSWORD, SESSION_SECRET, LESSONS_DIR } = process.env
  return {
    /** Where lessons are. */
    lessons: LESSONS_DIR || join(process.cwd(), 'lessons'),
    /** `null`: nobody can sign in. */
    password: INSTRUCTOR_PASSWORD || null,
    /** What cookies are sealed with: the first one seals, all of them open. Empty: nothing can be sealed. */
    secrets: secretsIn(SESSION_SECRET ?? ''),
  }
}

/** iron-session seals with nothing shorter. */
export const SHORTEST_SECRET = 32

/** Comma-separated secrets, the newest first. Those that are too short are no secrets: the start command says so. */
export function secretsIn(text: string): readonly string[] {
  return text
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret.length >= SHORTEST_SECRET)
}
