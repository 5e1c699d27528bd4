import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Story } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import { chunksFor } from '@/lib/runtime/packages/chunks'

/** A lesson's program, as it is measured in the worker and beside it under plain Node. */
export interface Subject {
  readonly name: string
  /** The folder that plain Node runs. */
  readonly folder: string
  readonly program: Program
  readonly options: WorldOptions
  readonly chunks: readonly string[]
  readonly port: number
  /** What visitors ask for. */
  readonly path: string
  /** npm packages of another name than that in `node_modules`, by what the program calls them. */
  readonly renamed: Readonly<Record<string, string>>
  readonly needsRedis: boolean
}

/** 2026-11-24T00:00:00Z. */
const EPOCH = Date.UTC(2026, 10, 24)

/** The course's listing, as lesson 3 starts with it. */
export const CARD = subject('03-card', 'the card', { port: 9090, path: '/', options: { watch: ['sessions'] } })

/** The heaviest lesson: express-session on Redis, and two servers. */
export const REDIS = subject('07.2-redis-store', 'Redis, two servers', {
  port: 8080,
  path: '/visit',
  options: { servers: 2 },
  renamed: { redis: 'redis-3' },
  needsRedis: true,
})

export const SUBJECTS: readonly Subject[] = [CARD, REDIS]

/** The first visit of the first visitor. */
export function firstVisit({ path }: Subject): Story {
  return [{ type: 'new-visitor', visitor: 'alice', url: path }]
}

/** One visitor comes again and again. */
export function visits({ path }: Subject, count: number): Story {
  return Array.from({ length: count }, () => ({ type: 'visit', visitor: 'alice', method: 'GET', url: path }))
}

interface Particulars {
  readonly port: number
  readonly path: string
  readonly options: Partial<WorldOptions>
  readonly renamed?: Readonly<Record<string, string>>
  readonly needsRedis?: boolean
}

function subject(lesson: string, name: string, particulars: Particulars): Subject {
  const folder = join('lessons', lesson, 'start')
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const program: Program = {
    files: Object.fromEntries(paths.map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')])),
    entry: 'server.js',
  }
  const { port, path, options, renamed = {}, needsRedis = false } = particulars
  return {
    name,
    folder,
    program,
    options: { seed: 'bench', epoch: EPOCH, watch: [], ...options },
    chunks: chunksFor(program),
    port,
    path,
    renamed,
    needsRedis,
  }
}
