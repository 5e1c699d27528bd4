import type { Call } from '@/lib/runtime/redis/command'
import { fail } from '@/lib/runtime/redis/errors'
import { formatDouble, parseFloating } from '@/lib/runtime/redis/numbers'
import { array, bulk, bulks, type Reply } from '@/lib/runtime/redis/reply'

export type Scored = readonly [member: string, score: number]

/** By score, and by bytes where scores are equal. */
export function sorted(scores: ReadonlyMap<string, number>): Scored[] {
  return [...scores].sort(([a, x], [b, y]) => (x !== y ? x - y : a < b ? -1 : 1))
}

export function scoresAt({ db }: Call, key: string): ReadonlyMap<string, number> {
  return db.read(key, 'zset')?.scores ?? new Map()
}

/** A score in a reply: RESP3 has a type for it, RESP2 a text. */
export function scoreReply({ client }: Call, value: number): Reply {
  return client.protocol === 3 ? { type: 'double', value } : bulk(formatDouble(value))
}

/** Members, with their scores where asked for: pairs in RESP3, one after the other in RESP2. */
export function scoredReply(call: Call, entries: readonly Scored[], withScores: boolean): Reply {
  if (!withScores) return bulks(entries.map(([member]) => member))
  const pairs = entries.map(([member, score]) => [bulk(member), scoreReply(call, score)])
  return array(call.client.protocol === 3 ? pairs.map(array) : pairs.flat())
}

/** Whether a score lies between two limits as Redis writes them: `1`, `(1`, `-inf`. */
export function within(least: string, most: string): (score: number) => boolean {
  const [low, lowOpen] = limit(least)
  const [high, highOpen] = limit(most)
  return (score) => (lowOpen ? score > low : score >= low) && (highOpen ? score < high : score <= high)
}

function limit(text: string): readonly [value: number, open: boolean] {
  const open = text.startsWith('(')
  return [parseFloating(open ? text.slice(1) : text) ?? fail('ERR min or max is not a float'), open]
}
