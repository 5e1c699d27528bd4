import type { Event } from '@/lib/engine/trace/event'
import type { OpenWorld, WorldRunner } from '@/lib/lessons/check/runner'
import type { Run, RunEnd, RuntimeClient } from '@/lib/runtime/client'

interface Waiting {
  readonly resolve: () => void
  readonly reject: (reason: Error) => void
}

/** Opens worlds for the checker in workers of this page. */
export function worldRunner(client: RuntimeClient): WorldRunner {
  return async (program, options) => {
    const log: Event[] = []
    let waiting: Waiting | null = null
    let ended: RunEnd | null = null
    let asked = 0

    function settle(): void {
      if (ended && isOurs(ended)) waiting?.reject(new Error(ended.message))
      else waiting?.resolve()
      waiting = null
    }

    /** Until everything asked for is done, or nothing more can be. */
    function done(start: () => void): Promise<void> {
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        if (ended) settle()
        else start()
      })
    }

    let run: Run | null = null
    await done(() => {
      run = client.run(program, [], options, {
        onEvents: (events) => log.push(...events),
        onIdle: (actions) => actions >= asked && settle(),
        onEnd(end) {
          ended = end
          if (!isOurs(end)) log.push(faultOf(end, log))
          settle()
        },
      })
    })

    const world: OpenWorld = {
      log,
      async act(...actions) {
        const before = log.length
        asked += actions.length
        await done(() => run?.act(...actions))
        return log.slice(before)
      },
      end: () => run?.stop(),
    }
    return world
  }
}

type Ours = Extract<RunEnd, { type: 'broken' | 'unreachable' }>

/** No program can help it. */
function isOurs(end: RunEnd): end is Ours {
  return end.type === 'broken' || end.type === 'unreachable'
}

const FAULTS = { crashed: 'out-of-memory', spoilt: 'replaced-built-ins', unresponsive: 'unresponsive' } as const

/** A run that a program brought down, as an event like any other fault. */
function faultOf(end: Exclude<RunEnd, Ours>, log: readonly Event[]): Event {
  const last = log.at(-1)
  return {
    type: 'fault',
    process: null,
    exchange: null,
    fault: FAULTS[end.type],
    message: 'message' in end ? end.message : '',
    seq: log.length,
    at: last?.at ?? 0,
    action: last?.action ?? null,
  }
}
