import type { SessionDecision } from '@/lib/engine/sessions/decision'
import type { Event } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Trie } from '@/lib/engine/trace/persistent/trie'
import { Projection } from '@/lib/engine/trace/projection'
import { shortName } from '@/lib/engine/trace/short-name'
import { idOfFile, idOfRedisKey, rowInFile, rowInRedis } from '@/lib/engine/trace/stored-rows'

/** How many colours there are for sessions. */
export const COLOURS = 8

/** A session's id, with what stands for it wherever it is shown. */
export interface SessionId {
  readonly id: string
  /** Short, and no other id has it; see `short-name.ts`. */
  readonly name: string
  /** From 0 to `COLOURS - 1`; in turns, so that sessions that begin one after the other differ. */
  readonly colour: number
  /** The event that it was first seen in. */
  readonly seq: number
}

export interface SessionIds {
  /** By id, in the order of their first coming. */
  readonly all: OrderedMap<string, SessionId>
  /** The id that a text stands for: as it is, and percent-encoded. */
  readonly forms: Trie<string, string>
  /** How long those texts are, longest first, each length once. */
  readonly lengths: readonly number[]
  /** What those texts begin with, each character (UTF-16 code unit) once: nearly every place of a text is none of them. */
  readonly starts: string
  /** The ids by their names. */
  readonly names: Trie<string, string>
}

function reduce(ids: SessionIds, event: Event): SessionIds {
  switch (event.type) {
    case 'row-set':
    case 'row-removed':
      return seen(ids, event.key, event)
    case 'session': {
      const id = idIn(event.decision)
      return id === null ? ids : seen(ids, id, event)
    }
    case 'file-written': {
      const id = idOfFile(event.path)
      return ids.all.has(id) || rowInFile(event, undefined) === null ? ids : seen(ids, id, event)
    }
    case 'redis-key-set': {
      const id = idOfRedisKey(event.key)
      return ids.all.has(id) || rowInRedis(event, undefined) === null ? ids : seen(ids, id, event)
    }
    default:
      return ids
  }
}

function seen(ids: SessionIds, id: string, { seq }: Event): SessionIds {
  return id === '' || ids.all.has(id) ? ids : withId(ids, id, seq)
}

/** The id that a decision brings up: one that was made, or one that came rightly signed. */
function idIn(decision: SessionDecision): string | null {
  switch (decision.step) {
    case 'load':
      return 'id' in decision.outcome ? decision.outcome.id : null
    case 'generate':
      return decision.id
    case 'cookie':
    case 'save':
      return null
    default:
      return decision satisfies never
  }
}

function withId(ids: SessionIds, id: string, seq: number): SessionIds {
  const name = shortName(id, (name) => ids.names.get(name) !== undefined)
  const colour = ids.all.size % COLOURS
  const encoded = percentEncoded(id)
  const forms = ids.forms.get(encoded) === undefined ? ids.forms.with(encoded, id) : ids.forms
  return {
    all: ids.all.with(id, { id, name, colour, seq }),
    forms: forms.with(id, id),
    lengths: withLength(withLength(ids.lengths, id.length), encoded.length),
    starts: withStart(withStart(ids.starts, id), encoded),
    names: ids.names.with(name, id),
  }
}

function withLength(lengths: readonly number[], length: number): readonly number[] {
  return lengths.includes(length) ? lengths : [...lengths, length].sort((a, b) => b - a)
}

function withStart(starts: string, text: string): string {
  const start = text.charAt(0)
  return starts.includes(start) ? starts : starts + start
}

function percentEncoded(id: string): string {
  try {
    return encodeURIComponent(id)
  } catch {
    // Half a surrogate pair has no encoding, so it is in no header either.
    return id
  }
}

export const sessionIdsProjection = new Projection<SessionIds>(
  { all: OrderedMap.empty(), forms: Trie.empty(), lengths: [], starts: '', names: Trie.empty() },
  reduce,
)

/**
 * Every session id that was seen so far: the keys of rows, whatever store they are in and also of those that are gone, and
 * ids that express-session made or was shown. Name and colour are given when an id first comes and never change, so the
 * same id looks the same at every cursor.
 */
export function sessionIdsAt(log: Log, cursor: number): SessionIds {
  return sessionIdsProjection.at(log, cursor)
}
