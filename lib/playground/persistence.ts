import type { Action, Story, Tampering, Via } from '@/lib/engine/story/action'
import { NO_WORK, type Work } from '@/lib/playground/work'

/** The part of `Storage` that is needed. May throw at any time: private windows, full quota, policies. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What is kept of a lesson between visits to its page. */
export interface Kept {
  readonly work: Work
  /** The story was running when this was written: if nobody wrote `false` since, the run took the page with it. */
  readonly running: boolean
}

export interface WorkStorage {
  /** What was kept, or nothing where there is nothing, or nothing sound. */
  load(): Kept
  /** Keeps it at once. Returns whether it worked. */
  save(kept: Kept): boolean
}

/** Work is kept under this and the lesson's slug. */
export const WORK_PREFIX = 'barbershop:work:v1:'

/**
 * Work on one lesson, in the browser's own storage.
 * @param slug the lesson's identity
 * @param open gives the storage; may throw or give `null` where there is none
 */
export function workStorage(slug: string, open: () => KeyValueStorage | null): WorkStorage {
  const key = `${WORK_PREFIX}${slug}`
  return {
    load() {
      try {
        const text = open()?.getItem(key)
        return (text && keptIn(JSON.parse(text))) || { work: NO_WORK, running: false }
      } catch {
        return { work: NO_WORK, running: false }
      }
    },
    save({ work, running }) {
      try {
        const storage = open()
        if (!storage) return false
        if (work.story.length === 0 && Object.keys(work.edits).length === 0 && !running) storage.removeItem(key)
        else storage.setItem(key, JSON.stringify({ ...work, running }))
        return true
      } catch {
        return false
      }
    },
  }
}

/** Takes over only what has the right shape; anything else is as good as nothing. */
export function keptIn(value: unknown): Kept | null {
  if (!isRecord(value) || !isRecord(value.edits) || !Array.isArray(value.story)) return null
  const edits: Record<string, string> = {}
  for (const [path, source] of Object.entries(value.edits)) if (typeof source === 'string') edits[path] = source
  const story: unknown[] = value.story
  if (!isStory(story)) return { work: { edits, story: [] }, running: false }
  return { work: { edits, story }, running: value.running === true }
}

function isStory(story: readonly unknown[]): story is Story {
  return story.every(isAction)
}

const TEXTS = {
  'new-visitor': ['visitor'],
  visit: ['visitor', 'method', 'url'],
  reload: ['visitor'],
  back: ['visitor'],
  'close-visitor': ['visitor'],
  'edit-cookie': ['visitor', 'host', 'name', 'value'],
  'delete-cookie': ['visitor', 'host', 'name'],
  'read-cookies': ['visitor'],
  clock: [],
  'clock-to-next-expiry': [],
  restart: [],
  'clone-visitor': ['visitor', 'of'],
  'add-cookie': ['visitor', 'host', 'line'],
  'copy-cookie': ['visitor', 'of', 'host', 'name'],
  'tamper-cookie': ['visitor', 'host', 'name', 'how'],
  'add-server': [],
  'stop-server': ['server'],
  balance: ['by'],
  'crash-in-write': [],
  'write-file': ['path'],
  'stop-redis': [],
  'start-redis': [],
  redis: [],
} as const satisfies Record<Action['type'], readonly string[]>

const OPTIONAL_TEXTS = ['body', 'from', 'server']

const VIAS = {
  address: true,
  link: true,
  form: true,
  image: true,
  script: true,
} as const satisfies Record<Via, true>

function isAction(value: unknown): value is Action {
  if (!isRecord(value) || typeof value.type !== 'string' || !isActionType(value.type)) return false
  if (!TEXTS[value.type].every((field) => typeof value[field] === 'string')) return false
  if (!OPTIONAL_TEXTS.every((field) => value[field] === undefined || typeof value[field] === 'string')) return false
  if (value.via !== undefined && !(typeof value.via === 'string' && Object.hasOwn(VIAS, value.via))) return false
  if (value.at !== undefined && typeof value.at !== 'number') return false
  if (value.type === 'clock') return typeof value.advance === 'number'
  if (value.type === 'redis')
    return Array.isArray(value.command) && value.command.every((part) => typeof part === 'string')
  if (value.type === 'write-file') return value.content === null || typeof value.content === 'string'
  if (value.type === 'tamper-cookie') return Object.hasOwn(TAMPERINGS, String(value.how))
  if (value.type === 'balance') return value.by === 'round-robin' || value.by === 'sticky'
  if (value.type === 'new-visitor') return value.url === undefined || typeof value.url === 'string'
  return value.headers === undefined || isHeaders(value.headers)
}

const TAMPERINGS = { signature: true, unsign: true, value: true } as const satisfies Record<Tampering, true>

function isActionType(type: string): type is Action['type'] {
  return Object.hasOwn(TEXTS, type)
}

function isHeaders(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((line) => Array.isArray(line) && line.length === 2 && line.every((part) => typeof part === 'string'))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
