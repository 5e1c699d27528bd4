import { type Call, command, growing } from '@/lib/runtime/redis/command'
import { expiryOption, moment } from '@/lib/runtime/redis/commands/expiry-option'
import { set } from '@/lib/runtime/redis/commands/set'
import { fail, SYNTAX, wrongArguments } from '@/lib/runtime/redis/errors'
import { int } from '@/lib/runtime/redis/numbers'
import { array, bulk, bulkOrNil, integer, NIL, OK, type Reply } from '@/lib/runtime/redis/reply'

/** The text of a key; `null` when there is no such key. */
export function textAt({ db }: Call, key: string): string | null {
  return db.read(key, 'string')?.text ?? null
}

function get(call: Call): Reply {
  return bulkOrNil(textAt(call, call.args[0] ?? ''))
}

/** SETEX and PSETEX. */
function setFor(name: 'setex' | 'psetex', unit: 'EX' | 'PX') {
  return growing(name, 4, (call) => {
    const [key = '', duration = '', text = ''] = call.args
    call.db.set(key, { kind: 'string', text }, moment(call, int(duration), unit, name))
    return OK
  })
}

const setnx = growing('setnx', 3, ({ db, args: [key = '', text = ''] }) => {
  if (db.has(key)) return integer(0)
  db.set(key, { kind: 'string', text })
  return integer(1)
})

const getset = growing('getset', 3, (call) => {
  const [key = '', text = ''] = call.args
  const before = get(call)
  call.db.set(key, { kind: 'string', text })
  return before
})

const getdel = command('getdel', 2, (call) => {
  const before = get(call)
  call.db.delete(call.args[0] ?? '')
  return before
})

/** `GETEX key [EX | PX | EXAT | PXAT n | PERSIST]`. */
const getex = command('getex', -2, (call) => {
  const [key = '', option, text, ...more] = call.args
  const persist = option?.toUpperCase() === 'PERSIST'
  if (more.length > 0 || (persist ? text !== undefined : (option === undefined) !== (text === undefined))) fail(SYNTAX)
  const expires =
    option === undefined || persist
      ? null
      : (expiryOption(call, option.toUpperCase(), text ?? '', 'getex') ?? fail(SYNTAX))
  const reply = get(call)
  if (option !== undefined && call.db.get(key) && call.db.get(key)?.expires !== expires) call.db.expireAt(key, expires)
  return reply
})

const mget = command('mget', -2, ({ db, args }) =>
  array(
    args.map((key) => {
      const value = db.get(key)?.value
      return value?.kind === 'string' ? bulk(value.text) : NIL
    }),
  ),
)

function pairsOf(name: string, args: readonly string[]): [key: string, text: string][] {
  if (args.length % 2 !== 0) fail(wrongArguments(name))
  return args.flatMap((key, index): [string, string][] => (index % 2 === 0 ? [[key, args[index + 1] ?? '']] : []))
}

const mset = growing('mset', -3, ({ db, args }) => {
  for (const [key, text] of pairsOf('mset', args)) db.set(key, { kind: 'string', text })
  return OK
})

const msetnx = growing('msetnx', -3, ({ db, args }) => {
  const pairs = pairsOf('msetnx', args)
  if (pairs.some(([key]) => db.has(key))) return integer(0)
  for (const [key, text] of pairs) db.set(key, { kind: 'string', text })
  return integer(1)
})

const append = growing('append', 3, (call) => {
  const [key = '', more = ''] = call.args
  const text = (textAt(call, key) ?? '') + more
  call.db.replace(key, { kind: 'string', text })
  return integer(text.length)
})

const getrange = command('getrange', 4, (call) => {
  const [key = '', from = '', to = ''] = call.args
  const [start, end] = [int(from), int(to)]
  const text = textAt(call, key) ?? ''
  const at = (index: number) => (index < 0 ? Math.max(text.length + index, 0) : index)
  return bulk(start < 0 && end < 0 && start > end ? '' : text.slice(at(start), at(end) + 1))
})

export const strings = [
  command('get', 2, get),
  set,
  setFor('setex', 'EX'),
  setFor('psetex', 'PX'),
  setnx,
  getset,
  getdel,
  getex,
  mget,
  mset,
  msetnx,
  append,
  command('strlen', 2, (call) => integer(textAt(call, call.args[0] ?? '')?.length ?? 0)),
  getrange,
  command('substr', 4, getrange.run),
]
