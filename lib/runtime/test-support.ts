import type { Action } from '@/lib/engine/story/action'
import type { WorldOptions } from '@/lib/engine/story/program'
import type { Event, EventOf, EventType } from '@/lib/engine/trace/event'
import { runStory } from '@/lib/runtime/node'

/** 2026-11-24T00:00:00Z: the epoch of the tests' worlds. */
export const EPOCH = Date.UTC(2026, 10, 24)

/** Runs a one-file program, or several files with `server.js` as entry, under a story; gives its log. */
export function log(
  source: string | Record<string, string>,
  story: readonly Action[] = [],
  options: Partial<WorldOptions> = {},
): Promise<readonly Event[]> {
  const files = typeof source === 'string' ? { 'server.js': source } : source
  return runStory({ files, entry: 'server.js' }, story, { seed: 'test', epoch: EPOCH, watch: [], ...options })
}

export function only<T extends EventType>(events: readonly Event[], type: T): EventOf<T>[] {
  return events.filter((event): event is EventOf<T> => event.type === type)
}

/** A visitor's request by the address bar. */
export function visit(
  url: string,
  more: { visitor?: string; at?: number; method?: string; body?: string } = {},
): Action {
  return { type: 'visit', visitor: 'alice', method: 'GET', url, ...more }
}

export const alice: Action = { type: 'new-visitor', visitor: 'alice' }

/** Everything printed to standard output, as one text. */
export function printed(events: readonly Event[]): string {
  return only(events, 'console')
    .filter(({ stream }) => stream === 'stdout')
    .map(({ text }) => text)
    .join('')
}

/** Bodies of the exchanges, in order of exchange. */
export function bodies(events: readonly Event[]): string[] {
  const pieces: Uint8Array[][] = []
  for (const { exchange, data } of only(events, 'response-data')) {
    pieces[exchange - 1] = [...(pieces[exchange - 1] ?? []), data]
  }
  // A character may lie across two pieces.
  return [...pieces].map((own) => Buffer.concat(own ?? []).toString('utf8'))
}

/** A minimal Express program around a route body. */
export function app(routes: string): string {
  return `const express = require('express')
const app = express()
${routes}
app.listen(9090)
`
}
