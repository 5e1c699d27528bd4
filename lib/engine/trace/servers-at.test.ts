import { expect, test } from 'vitest'
import { clockAt } from '@/lib/engine/trace/clock-at'
import type { EventBody } from '@/lib/engine/trace/event'
import { logOf } from '@/lib/engine/trace/log-of'
import { isServing, latestProcesses, serversAt } from '@/lib/engine/trace/servers-at'

const started: EventBody = { type: 'process-started', process: 1, server: 'server.js' }
const exited: EventBody = { type: 'process-exited', process: 1, server: 'server.js', code: 1, cause: 'fault' }
const listening = (port: number): EventBody => ({ type: 'listening', process: 1, port })
const ended = (port: number): EventBody => ({ type: 'listening-ended', process: 1, port })

test('a process lives, listens and exits', () => {
  const log = logOf(5, started, listening(9090), listening(9091), ended(9090), 20, exited)
  const at = (cursor: number) => serversAt(log, cursor).get(1)
  expect(at(1)).toEqual({ process: 1, server: 'server.js', started: 5, ports: [], exit: null })
  expect(at(3)?.ports).toEqual([9090, 9091])
  expect(at(4)?.ports).toEqual([9091])
  expect(at(5)).toMatchObject({ ports: [], exit: { code: 1, cause: 'fault', at: 25, seq: 4 } })
  expect([0, 1, 2, 5].map((cursor) => isServing(serversAt(log, cursor)))).toEqual([false, false, true, false])
})

test('a restart is a new process beside the old one', () => {
  const log = logOf(started, exited, { type: 'process-started', process: 2, server: 'server.js' })
  const processes = serversAt(log, 3).values()
  expect(processes.map(({ process, exit }) => [process, exit !== null])).toEqual([
    [1, true],
    [2, false],
  ])
})

test('a server is its latest process', () => {
  const start = (process: number, server: string): EventBody => ({ type: 'process-started', process, server })
  const log = logOf(start(1, 'server-1'), start(2, 'server-2'), start(3, 'server-1'), start(4, 'server-3'))
  expect(latestProcesses(serversAt(log, log.length)).map(({ process, server }) => [server, process])).toEqual([
    ['server-1', 3],
    ['server-2', 2],
    ['server-3', 4],
  ])
})

test('the clock shows the last event’s time, counted from the world’s own epoch', () => {
  const world: EventBody = { type: 'world-started', seed: '', epoch: 0 }
  const log = logOf(world, started, 500, { type: 'clock-moved', from: 0, to: 500, cause: 'advance' })
  expect([0, 2, 3].map((cursor) => clockAt(log, cursor).now)).toEqual([0, 0, 500])
  const later = logOf(1_000, { type: 'world-started', seed: '', epoch: 1_000 }, 7, started)
  expect(clockAt(later, 2)).toEqual({ epoch: 1_000, now: 1_007 })
})
