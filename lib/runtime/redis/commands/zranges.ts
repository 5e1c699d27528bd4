import { type Call, command } from '@/lib/runtime/redis/command'
import { rangeOf } from '@/lib/runtime/redis/commands/range-of'
import { type Scored, scoredReply, scoresAt, sorted, within } from '@/lib/runtime/redis/commands/sorted'
import { fail, SYNTAX } from '@/lib/runtime/redis/errors'
import { int } from '@/lib/runtime/redis/numbers'
import type { Reply } from '@/lib/runtime/redis/reply'

interface Asked {
  readonly by: 'rank' | 'score'
  readonly reverse: boolean
  readonly withScores: boolean
  readonly limit: readonly [offset: number, count: number] | null
}

function select(call: Call, asked: Asked): Reply {
  const [key = '', start = '', stop = ''] = call.args
  const { by, reverse, withScores, limit } = asked
  let chosen: Scored[]
  if (by === 'rank') {
    const [from, to] = [int(start), int(stop)]
    const all = ordered(scoresAt(call, key), reverse)
    chosen = all.slice(...rangeOf(from, to, all.length))
  } else {
    const has = reverse ? within(stop, start) : within(start, stop)
    chosen = ordered(scoresAt(call, key), reverse).filter(([, score]) => has(score))
  }
  if (limit) {
    const [offset, count] = limit
    chosen = offset < 0 ? [] : chosen.slice(offset, count < 0 ? undefined : offset + count)
  }
  return scoredReply(call, chosen, withScores)
}

function ordered(scores: ReadonlyMap<string, number>, reverse: boolean): Scored[] {
  const all = sorted(scores)
  return reverse ? all.reverse() : all
}

/** Reads what stands behind key and limits. `fixed`: what the command's own name says already. */
function asked(options: readonly string[], fixed: Partial<Asked>): Asked {
  let { by = 'rank', reverse = false } = fixed
  let withScores = false
  let limit: Asked['limit'] = null
  for (let index = 0; index < options.length; index++) {
    const option = options[index]?.toUpperCase()
    if (option === 'WITHSCORES') withScores = true
    else if (option === 'LIMIT' && index + 2 < options.length) {
      limit = [int(options[index + 1] ?? ''), int(options[index + 2] ?? '')]
      index += 2
    } else if (option === 'REV' && fixed.reverse === undefined) reverse = true
    else if (option === 'BYSCORE' && fixed.by === undefined) by = 'score'
    else if (option === 'BYLEX') fail('ERR BYLEX is not offered by this Redis')
    else fail(SYNTAX)
  }
  if (limit && by === 'rank')
    fail('ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX')
  return { by, reverse, withScores, limit }
}

function range(name: string, fixed: Partial<Asked>) {
  return command(name, -4, (call) => select(call, asked(call.args.slice(3), fixed)))
}

export const zranges = [
  range('zrange', {}),
  range('zrevrange', { by: 'rank', reverse: true }),
  range('zrangebyscore', { by: 'score', reverse: false }),
  range('zrevrangebyscore', { by: 'score', reverse: true }),
]
