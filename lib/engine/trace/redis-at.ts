import type { Event, EventOf, ExchangeId, ProcessId } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { OrderedMap } from '@/lib/engine/trace/persistent/ordered-map'
import { Projection } from '@/lib/engine/trace/projection'

/** Whose doing a change was, and when. */
export interface RedisTouch {
  readonly seq: number
  /** Virtual time in milliseconds since the Unix epoch. */
  readonly at: number
  /** `null`: a person's hand, or time itself. */
  readonly process: ProcessId | null
  /** `null`: by none, or by an unknown one. */
  readonly exchange: ExchangeId | null
}

export interface RedisKey extends Pick<EventOf<'redis-key-set'>, 'key' | 'kind' | 'value' | 'cut' | 'expires'> {
  readonly created: RedisTouch
  readonly changed: RedisTouch
}

export interface RemovedRedisKey {
  readonly key: string
  readonly cause: EventOf<'redis-key-removed'>['cause']
  readonly removed: RedisTouch
}

export interface RedisCommand extends RedisTouch, Pick<EventOf<'redis-command'>, 'command' | 'reply' | 'failed'> {}

/** Commands in the order in which they were done. */
export interface RedisCommands {
  readonly list: readonly RedisCommand[]
  /** Which of them are kept where there were too many. */
  readonly kept: 'first' | 'last'
  /** How many came after those that are kept, or before them. */
  readonly dropped: number
}

export interface RedisState {
  readonly up: boolean
  readonly keys: OrderedMap<string, RedisKey>
  /** Keys that went during the most recent exchange, or since. */
  readonly removed: OrderedMap<string, RemovedRedisKey>
  /** What each of the latest exchanges asked for. */
  readonly byExchange: OrderedMap<ExchangeId, RedisCommands>
  /** The newest exchange that asked for anything; 0 before the first. */
  readonly newest: ExchangeId
  /** What a person typed last, and what programs asked for on behalf of no exchange. */
  readonly typed: RedisCommands
  readonly byNobody: RedisCommands
  /** The most recent exchange, after those whose redirects it followed: what marks of change are about. */
  readonly recent: readonly ExchangeId[]
  /** Position in the log where that exchange began. */
  readonly since: number
}

/** How much is kept. */
export const REDIS_BOUNDS = { exchanges: 500, commandsOfOne: 100, typed: 50, byNobody: 50 }

const NO_COMMANDS: RedisCommands = { list: [], kept: 'first', dropped: 0 }
const NONE_YET: RedisCommands = { list: [], kept: 'last', dropped: 0 }

function reduce(redis: RedisState, event: Event): RedisState {
  switch (event.type) {
    case 'request-sent': {
      const follows = event.redirectOf !== undefined && redis.recent.includes(event.redirectOf)
      if (follows) return { ...redis, recent: [...redis.recent, event.exchange] }
      return { ...redis, recent: [event.exchange], since: event.seq, removed: OrderedMap.empty() }
    }
    case 'redis-state':
      return { ...redis, up: event.up }
    case 'redis-command':
      return commanded(redis, event)
    case 'redis-key-set': {
      const { key, kind, value, cut, expires, isNew } = event
      const changed = touchOf(event)
      const created = isNew ? changed : (redis.keys.get(key)?.created ?? changed)
      const entry: RedisKey = { key, kind, value, cut, expires, created, changed }
      return { ...redis, keys: redis.keys.with(key, entry), removed: redis.removed.without(key) }
    }
    case 'redis-key-removed': {
      const { key, cause } = event
      const gone: RemovedRedisKey = { key, cause, removed: touchOf(event) }
      return { ...redis, keys: redis.keys.without(key), removed: redis.removed.with(key, gone) }
    }
    default:
      return redis
  }
}

function commanded(redis: RedisState, event: EventOf<'redis-command'>): RedisState {
  const { command, reply, failed, process, exchange } = event
  const done: RedisCommand = { ...touchOf(event), command, reply, failed }
  if (exchange !== null) {
    const known = redis.byExchange.get(exchange) ?? NO_COMMANDS
    const { exchanges, commandsOfOne } = REDIS_BOUNDS
    let byExchange = redis.byExchange.with(exchange, withOne(known, done, commandsOfOne))
    // Those that fell behind since the last time.
    const last = exchange - exchanges
    for (let old = redis.newest - exchanges + 1; old <= last; old++) byExchange = byExchange.without(old)
    return { ...redis, byExchange, newest: Math.max(redis.newest, exchange) }
  }
  return process === null
    ? { ...redis, typed: withOne(redis.typed, done, REDIS_BOUNDS.typed) }
    : { ...redis, byNobody: withOne(redis.byNobody, done, REDIS_BOUNDS.byNobody) }
}

function withOne({ list, kept, dropped }: RedisCommands, done: RedisCommand, most: number): RedisCommands {
  if (list.length < most) return { list: [...list, done], kept, dropped }
  return { list: kept === 'first' ? list : [...list.slice(1), done], kept, dropped: dropped + 1 }
}

function touchOf({ seq, at, process, exchange }: RedisTouch): RedisTouch {
  return { seq, at, process, exchange }
}

export const redisProjection = new Projection<RedisState>(
  {
    up: true,
    keys: OrderedMap.empty(),
    removed: OrderedMap.empty(),
    byExchange: OrderedMap.empty(),
    newest: 0,
    typed: NONE_YET,
    byNobody: NONE_YET,
    recent: [],
    since: 0,
  },
  reduce,
)

/** Redis at a cursor: its keys, and what was asked of it. */
export function redisAt(log: Log, cursor: number): RedisState {
  return redisProjection.at(log, cursor)
}

/** What the most recent exchange, or a person since, did to a key. */
export function redisMark(key: RedisKey, redis: RedisState): 'new' | 'changed' | null {
  if (isRecent(key.created, redis)) return 'new'
  return isRecent(key.changed, redis) ? 'changed' : null
}

/** Keys that went during the most recent exchange, or since: by a person's hand, or in time. */
export function keysGoneLately(redis: RedisState): RemovedRedisKey[] {
  return redis.removed.values().filter(({ removed }) => isRecent(removed, redis))
}

function isRecent({ seq, process, exchange }: RedisTouch, { recent, since }: RedisState): boolean {
  return exchange === null ? process === null && seq > since : recent.includes(exchange)
}

/** What an exchange asked of Redis; nothing where it asked for nothing, or too long ago. */
export function commandsOf(redis: RedisState, exchange: ExchangeId | null): RedisCommands {
  return (exchange === null ? undefined : redis.byExchange.get(exchange)) ?? NO_COMMANDS
}
