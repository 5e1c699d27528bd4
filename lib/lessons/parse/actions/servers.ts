import type { Action, Balancing } from '@/lib/engine/story/action'
import { parseDuration } from '@/lib/lessons/duration'
import type { Given } from '@/lib/lessons/parse/actions/given'

const BALANCINGS: readonly Balancing[] = ['round-robin', 'sticky']

/** `::clock{advance=30m}` or `::clock{until=expiry}` */
export function clock(given: Given): readonly Action[] {
  const advance = given.text('advance')
  const until = given.oneOf('until', ['expiry'])
  if (given.isBare) given.report('missing-attribute', null, '"::clock" needs either advance=30m or until=expiry')
  if (given.has('advance') && given.has('until')) {
    given.report('unknown-attribute', 'until', '"::clock" takes either advance=30m or until=expiry, not both')
    return []
  }
  if (until !== undefined) return [{ type: 'clock-to-next-expiry' }]
  if (advance === undefined) return []
  const milliseconds = parseDuration(advance)
  if (milliseconds !== null) return [{ type: 'clock', advance: milliseconds }]
  given.report('bad-value', 'advance', `"${advance}" is no duration such as 50ms, 10s, 30m, 2h or 1d`)
  return []
}

/** `::restart`, `::restart{server=server-2}` */
export function restart(given: Given): readonly Action[] {
  if (!given.has('server')) return [{ type: 'restart' }]
  const server = serverIn(given)
  return server === undefined ? [] : [{ type: 'restart', server }]
}

/** `::add-server` */
export function addServer(): readonly Action[] {
  return [{ type: 'add-server' }]
}

/** `::stop-server{server=server-2}` */
export function stopServer(given: Given): readonly Action[] {
  const server = serverIn(given)
  return server === undefined ? [] : [{ type: 'stop-server', server }]
}

/** `::balance{by=sticky}` */
export function balance(given: Given): readonly Action[] {
  const by = given.oneOf('by', BALANCINGS)
  return by === undefined ? [] : [{ type: 'balance', by }]
}

/** `::crash-in-write` */
export function crashInWrite(): readonly Action[] {
  return [{ type: 'crash-in-write' }]
}

function serverIn(given: Given): string | undefined {
  const server = given.text('server')
  if (server === undefined || /^server-[1-9]\d*$/.test(server)) return server
  given.report('bad-value', 'server', `server="${server}" is no server's name: they are server-1, server-2, server-3`)
  return undefined
}
