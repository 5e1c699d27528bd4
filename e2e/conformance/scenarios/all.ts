import type { Scenario } from '../scenario'
import { bodies } from './bodies'
import { card } from './card'
import { cookies } from './cookies'
import { errors } from './errors'
import { files } from './files'
import { machines } from './machines'
import { names } from './names'
import { pages } from './pages'
import { raw } from './raw'
import { redis } from './redis'
import { releases } from './releases'
import { routing } from './routing'
import { sessions } from './sessions'
import { streams } from './streams'
import { witness } from './witness'

export const SCENARIOS: readonly Scenario[] = [
  ...card,
  ...routing,
  ...bodies,
  ...files,
  ...cookies,
  ...pages,
  ...errors,
  ...streams,
  ...witness,
  ...raw,
  ...sessions,
  ...names,
  ...machines,
  ...redis,
  ...releases,
]
