import { type Call, command, growing } from '@/lib/runtime/redis/command'
import { fail, NOT_POSITIVE, SYNTAX } from '@/lib/runtime/redis/errors'
import { parseInt64 } from '@/lib/runtime/redis/numbers'
import { bulk, bulkOrNil, bulks, NIL, NIL_ARRAY, type Reply } from '@/lib/runtime/redis/reply'

type End = 'left' | 'right'

/** LPOP and RPOP, with or without a count. */
export function pop(name: string, end: End) {
  return command(name, -2, ({ db, args: [key = '', countText, ...more] }) => {
    if (more.length > 0) fail(`ERR wrong number of arguments for '${name}' command`)
    const count = countText === undefined ? null : Number(parseInt64(countText) ?? -1)
    if (count !== null && count < 0) fail(NOT_POSITIVE)
    const items = db.read(key, 'list')?.items
    if (!items) return count === null ? NIL : NIL_ARRAY
    const taken: string[] = []
    while (taken.length < (count ?? 1) && items.length > 0) taken.push(take(items, end))
    if (taken.length > 0) db.changed(key)
    return count === null ? bulkOrNil(taken[0]) : bulks(taken)
  })
}

function take(items: string[], end: End): string {
  return (end === 'left' ? items.shift() : items.pop()) ?? ''
}

function moveItem({ db }: Call, from: string, to: string, out: End, into: End): Reply {
  const source = db.read(from, 'list')
  if (!source) return NIL
  db.read(to, 'list')
  const item = take(source.items, out)
  if (from !== to) db.changed(from)
  db.edit(
    to,
    'list',
    () => ({ kind: 'list', items: [] }),
    ({ items }, touch) => {
      if (into === 'left') items.unshift(item)
      else items.push(item)
      touch()
    },
  )
  return bulk(item)
}

function endOf(text: string): End {
  const end = text.toLowerCase()
  return end === 'left' || end === 'right' ? end : fail(SYNTAX)
}

/** LMOVE, and what it was called before. */
export const move = [
  growing('lmove', 5, (call) => {
    const [from = '', to = '', out = '', into = ''] = call.args
    return moveItem(call, from, to, endOf(out), endOf(into))
  }),
  growing('rpoplpush', 3, (call) => {
    const [from = '', to = ''] = call.args
    return moveItem(call, from, to, 'right', 'left')
  }),
]
