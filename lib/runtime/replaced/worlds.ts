import type { Action } from '@/lib/engine/story/action'
import type { Event } from '@/lib/engine/trace/event'
import { readChunks } from '@/lib/runtime/node'
import { assets, NodeWorker, readAsset } from '@/lib/runtime/node-worker'
import { alice, EPOCH, visit } from '@/lib/runtime/test-support'

/** Milliseconds of real time after which a world has hung. */
const PATIENCE = 10_000

/** The index of its restart. */
export const RESTART = 5

export const STORY: readonly Action[] = [
  alice,
  visit('http://localhost:9090/break'),
  visit('http://localhost:9090/'),
  { type: 'clock', advance: 3_600_000 },
  { type: 'clock-to-next-expiry' },
  { type: 'restart' },
  visit('http://localhost:9090/'),
]

export type Where = 'at the top' | 'in a handler'

/** The line of `program` on which its statement stands. */
export const LINES: Readonly<Record<Where, number>> = { 'at the top': 6, 'in a handler': 8 }

/** A program of the course's kind that runs a statement as it starts, or when `/break` is asked for. */
export function program(statement: string, where: Where): string {
  return `const express = require('express')
const session = require('express-session')
const app = express()
const cards = {}
app.use(require('cookie-parser')(), session({ secret: 's', resave: false, saveUninitialized: true, cookie: { maxAge: 60000 } }))
${where === 'at the top' ? statement : ''}
app.get('/break', (req, res) => {
  ${where === 'in a handler' ? statement : ''}
  res.send('done')
})
app.get('/', async (req, res) => {
  cards[req.sessionID] = { balance: 100 }
  await null
  setTimeout(() => res.cookie('seen', 'yes').json(req.session.cookie), 10)
})
app.listen(9090)
`
}

export interface Outcome {
  readonly log: readonly Event[]
  /** What the page would be told that the run, or the next one, ended of. */
  readonly error: string | null
}

/** Runs worlds one after the other in one worker, for as long as it does not fail. */
export class Worlds {
  #worker: Promise<NodeWorker> | null = null

  async run(source: string): Promise<Outcome> {
    this.#worker ??= readAsset(assets().worker).then((bundle) => new NodeWorker(bundle))
    const worker = await this.#worker
    const log: Event[] = []
    worker.writeTo(log)
    const code = { entry: 'server.js', files: { 'server.js': source } }
    const options = { seed: 'test', epoch: EPOCH, watch: ['cards'] }
    try {
      await worker.ask({ type: 'run', program: code, options, story: STORY, chunks: await readChunks(code) }, PATIENCE)
      // What a reset writes is nobody's business any more.
      const written = [...log]
      await worker.ask({ type: 'reset' }, PATIENCE)
      return { log: written, error: null }
    } catch (error) {
      await this.end()
      return { log, error: String(error) }
    }
  }

  async end(): Promise<void> {
    const worker = await this.#worker
    this.#worker = null
    await worker?.end()
  }
}
