import { type Call, command } from '@/lib/runtime/redis/command'
import { scan } from '@/lib/runtime/redis/commands/scan'
import { fail, NO_SUCH_KEY } from '@/lib/runtime/redis/errors'
import { matches } from '@/lib/runtime/redis/glob'
import { bulk, bulks, integer, NIL, OK, type Reply } from '@/lib/runtime/redis/reply'

function remove({ db, args }: Call): Reply {
  return integer(args.filter((key) => db.delete(key)).length)
}

function count({ db, args }: Call): Reply {
  return integer(args.filter((key) => db.has(key)).length)
}

const keysMatching = command('keys', 2, ({ db, args: [pattern = ''] }) =>
  bulks([...db.keys()].filter((key) => matches(pattern, key))),
)

const randomkey = command('randomkey', 1, ({ db, keeper }) => {
  const keys = [...db.keys()]
  const key = keys[Math.floor(keeper.random.next() * keys.length)]
  return key === undefined ? NIL : bulk(key)
})

/** Gives a key another name; whatever had that name goes. */
function rename({ db, args: [from = '', to = ''] }: Call): void {
  const entry = db.get(from) ?? fail(NO_SUCH_KEY)
  if (from === to) return
  db.delete(from)
  db.delete(to)
  db.set(to, entry.value, entry.expires)
}

const renameKey = command('rename', 3, (call) => {
  rename(call)
  return OK
})

const renamenx = command('renamenx', 3, (call) => {
  const [from = '', to = ''] = call.args
  if (!call.db.has(from)) fail(NO_SUCH_KEY)
  if (call.db.has(to)) return integer(0)
  rename(call)
  return integer(1)
})

export const keys = [
  command('del', -2, remove),
  command('unlink', -2, remove),
  command('exists', -2, count),
  command('touch', -2, count),
  keysMatching,
  scan,
  command('type', 2, ({ db, args: [key = ''] }) => ({ type: 'status', text: db.get(key)?.value.kind ?? 'none' })),
  renameKey,
  renamenx,
  randomkey,
]
