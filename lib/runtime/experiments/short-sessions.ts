import type { Action } from '@/lib/engine/story/action'
import { EPOCH } from '@/lib/runtime/test-support'

/**
 * A shop whose sessions last a minute. `/login` puts something into the session, `/me` only looks.
 * @param options more of express-session's options, as in the program
 * @param before code before the middleware
 */
export function shortSessions(options: string, before = ''): string {
  return `const express = require('express'), session = require('express-session')
const app = express()
${before}
app.use(session({ secret: 'x', resave: false, saveUninitialized: false, cookie: { maxAge: 60_000 }, ${options} }))
app.get('/login', (req, res) => { req.session.user = 'alice'; res.send('hello alice') })
app.get('/me', (req, res) => res.send(req.session.user || 'nobody'))
app.listen(9090)`
}

/** Milliseconds after the world began; `null` stays `null`. */
export function after(moment: number | null | undefined): number | null {
  return moment === null || moment === undefined ? null : moment - EPOCH
}

export function seconds(count: number): Action {
  return { type: 'clock', advance: count * 1000 }
}
