import { type Call, command } from '@/lib/runtime/redis/command'
import { rangeOf } from '@/lib/runtime/redis/commands/range-of'
import { scanOf } from '@/lib/runtime/redis/commands/scan'
import { type Scored, scoredReply, scoreReply, scoresAt, sorted, within } from '@/lib/runtime/redis/commands/sorted'
import { zadding } from '@/lib/runtime/redis/commands/zadd'
import { zranges } from '@/lib/runtime/redis/commands/zranges'
import { fail, NOT_POSITIVE, wrongArguments } from '@/lib/runtime/redis/errors'
import { formatDouble, int, parseInt64 } from '@/lib/runtime/redis/numbers'
import { array, bulk, integer, NIL, type Reply } from '@/lib/runtime/redis/reply'

function remove({ db, args: [key = ''] }: Call, members: Iterable<string>): Reply {
  const scores = db.read(key, 'zset')?.scores
  const removed = [...members].filter((member) => scores?.delete(member)).length
  if (removed > 0) db.changed(key)
  return integer(removed)
}

function score(call: Call, member: string): Reply {
  const value = scoresAt(call, call.args[0] ?? '').get(member)
  return value === undefined ? NIL : scoreReply(call, value)
}

function rank(name: string, reverse: boolean) {
  return command(name, 3, (call) => {
    const [key = '', member = ''] = call.args
    const members = sorted(scoresAt(call, key)).map(([one]) => one)
    const index = (reverse ? members.reverse() : members).indexOf(member)
    return index === -1 ? NIL : integer(index)
  })
}

function members(entries: readonly Scored[]): string[] {
  return entries.map(([member]) => member)
}

const zcount = command('zcount', 4, (call) => {
  const [key = '', least = '', most = ''] = call.args
  const has = within(least, most)
  return integer([...scoresAt(call, key).values()].filter(has).length)
})

const zremrangebyscore = command('zremrangebyscore', 4, (call) => {
  const [key = '', least = '', most = ''] = call.args
  const has = within(least, most)
  return remove(call, members(sorted(scoresAt(call, key)).filter(([, value]) => has(value))))
})

const zremrangebyrank = command('zremrangebyrank', 4, (call) => {
  const [key = '', start = '', stop = ''] = call.args
  const [from, to] = [int(start), int(stop)]
  const all = sorted(scoresAt(call, key))
  return remove(call, members(all.slice(...rangeOf(from, to, all.length))))
})

function zpop(name: string, reverse: boolean) {
  return command(name, -2, (call) => {
    const [key = '', countText, ...more] = call.args
    if (more.length > 0) fail(wrongArguments(name))
    const count = countText === undefined ? 1 : Number(parseInt64(countText) ?? -1)
    if (count < 0) fail(NOT_POSITIVE)
    const all = sorted(scoresAt(call, key))
    const taken = (reverse ? all.reverse() : all).slice(0, count)
    remove(call, members(taken))
    if (countText !== undefined) return scoredReply(call, taken, true)
    return array(taken.flatMap(([member, value]) => [bulk(member), scoreReply(call, value)]))
  })
}

export const zsets = [
  ...zadding,
  ...zranges,
  command('zrem', -3, (call) => remove(call, call.args.slice(1))),
  command('zscore', 3, (call) => score(call, call.args[1] ?? '')),
  command('zmscore', -3, (call) => array(call.args.slice(1).map((member) => score(call, member)))),
  command('zcard', 2, (call) => integer(scoresAt(call, call.args[0] ?? '').size)),
  zcount,
  rank('zrank', false),
  rank('zrevrank', true),
  zremrangebyscore,
  zremrangebyrank,
  zpop('zpopmin', false),
  zpop('zpopmax', true),
  scanOf('zscan', (call, key) => sorted(scoresAt(call, key)).map(([member, value]) => [member, formatDouble(value)])),
]
