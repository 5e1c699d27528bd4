import { type Call, command } from '@/lib/runtime/redis/command'
import { fail, NOT_POSITIVE, SYNTAX } from '@/lib/runtime/redis/errors'
import { int, parseInt64 } from '@/lib/runtime/redis/numbers'
import { bulk, bulkOrNil, bulks, NIL, type Reply } from '@/lib/runtime/redis/reply'

/** Takes up to `count` different members, drawn from the world's randomness. */
function draw({ keeper }: Call, members: ReadonlySet<string>, count: number): string[] {
  const left = [...members]
  const drawn: string[] = []
  while (drawn.length < count && left.length > 0) {
    drawn.push(...left.splice(Math.floor(keeper.random.next() * left.length), 1))
  }
  return drawn
}

function spop(call: Call): Reply {
  const [key = '', countText, ...more] = call.args
  if (more.length > 0) fail(SYNTAX)
  const count = countText === undefined ? null : Number(parseInt64(countText) ?? -1)
  if (count !== null && count < 0) fail(NOT_POSITIVE)
  const members = call.db.read(key, 'set')?.members
  const drawn = members ? draw(call, members, count ?? 1) : []
  for (const member of drawn) members?.delete(member)
  if (drawn.length > 0) call.db.changed(key)
  if (count === null) return bulkOrNil(drawn[0])
  return { type: 'set', items: drawn.map(bulk) }
}

/** How many elements a negative count may ask for, with repetitions. */
const MOST = 100_000

function srandmember(call: Call): Reply {
  const [key = '', countText, ...more] = call.args
  if (more.length > 0) fail(SYNTAX)
  const count = countText === undefined ? null : int(countText)
  const members = call.db.read(key, 'set')?.members
  if (!members) return count === null ? NIL : bulks([])
  if (count === null) return bulkOrNil(draw(call, members, 1)[0])
  if (count >= 0) return bulks(draw(call, members, count))
  if (-count > MOST) fail('ERR value is out of range')
  const all = [...members]
  const repeated = Array.from({ length: -count }, () => all[Math.floor(call.keeper.random.next() * all.length)] ?? '')
  return bulks(repeated)
}

export const randomMembers = [command('spop', -2, spop), command('srandmember', -2, srandmember)]
