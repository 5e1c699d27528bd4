import type { Scenario } from '../scenario'
import { card } from './card'
import { cookies } from './cookies'
import { names } from './names'
import { pages } from './pages'
import { sessions } from './sessions'

/** What holds with the Express of today must hold with the one that the course was written for. */
export const releases: readonly Scenario[] = [...card, ...cookies, ...pages, ...sessions, ...names].map((scenario) => ({
  ...scenario,
  name: `${scenario.name}, on Express 4`,
  dependencies: { express: '^4.16.2' },
}))
