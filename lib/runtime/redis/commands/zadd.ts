import { growing } from '@/lib/runtime/redis/command'
import { scoreReply } from '@/lib/runtime/redis/commands/sorted'
import { fail, SYNTAX } from '@/lib/runtime/redis/errors'
import { floating } from '@/lib/runtime/redis/numbers'
import { integer, NIL } from '@/lib/runtime/redis/reply'
import type { Value, ValueOf } from '@/lib/runtime/redis/value'

const OPTIONS = ['NX', 'XX', 'GT', 'LT', 'CH', 'INCR']

const empty = (): Value & ValueOf<'zset'> => ({ kind: 'zset', scores: new Map() })

interface Rules {
  readonly increment: boolean
  /** Whether a member may get this score, `before` being the one that it has. */
  may(before: number | undefined, after: number): boolean
}

/** Gives a member its score. `null` when the rules forbid it. */
function place(scores: Map<string, number>, member: string, given: number, rules: Rules) {
  const before = scores.get(member)
  const after = rules.increment ? (before ?? 0) + given : given
  if (Number.isNaN(after)) fail('ERR resulting score is not a number (NaN)')
  if (!rules.may(before, after)) return null
  scores.set(member, after)
  return { after, isNew: before === undefined, changed: before !== after }
}

/** `ZADD key [NX | XX] [GT | LT] [CH] [INCR] score member …`. */
const zadd = growing('zadd', -4, (call) => {
  const [key = '', ...rest] = call.args
  const first = rest.findIndex((option) => !OPTIONS.includes(option.toUpperCase()))
  const options = rest.slice(0, first === -1 ? rest.length : first).map((option) => option.toUpperCase())
  const pairs = first === -1 ? [] : rest.slice(first)
  const has = (option: string) => options.includes(option)
  if (pairs.length === 0 || pairs.length % 2 !== 0) fail(SYNTAX)
  if (has('NX') && has('XX')) fail('ERR XX and NX options at the same time are not compatible')
  if ((has('GT') && has('LT')) || (has('NX') && (has('GT') || has('LT'))))
    fail('ERR GT, LT, and/or NX options at the same time are not compatible')
  if (has('INCR') && pairs.length > 2) fail('ERR INCR option supports a single increment-element pair')
  const scores = pairs.filter((_text, index) => index % 2 === 0).map((text) => floating(text))
  const rules: Rules = {
    increment: has('INCR'),
    may: (before, after) =>
      before === undefined
        ? !has('XX')
        : !has('NX') && (!has('GT') || after > before) && (!has('LT') || after < before),
  }
  return call.db.edit(key, 'zset', empty, (set, touch) => {
    const placed = scores.map((score, index) => place(set.scores, pairs[2 * index + 1] ?? '', score, rules))
    if (placed.some((one) => one?.changed)) touch()
    if (has('INCR')) return placed[0] ? scoreReply(call, placed[0].after) : NIL
    return integer(placed.filter((one) => (has('CH') ? one?.changed : one?.isNew)).length)
  })
})

const zincrby = growing('zincrby', 4, (call) => {
  const [key = '', delta = '', member = ''] = call.args
  const given = floating(delta)
  return call.db.edit(key, 'zset', empty, ({ scores }, touch) => {
    const placed = place(scores, member, given, { increment: true, may: () => true })
    touch()
    return placed ? scoreReply(call, placed.after) : NIL
  })
})

export const zadding = [zadd, zincrby]
