import type { EventOf } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { isServing as anyListens, serversProjection } from '@/lib/engine/trace/servers-at'
import { startFailure } from '@/lib/playground/start-failure'
import type { PlaygroundState } from '@/lib/playground/state'

/** The log that the panels show: the present run's, or the last good one while the present one is not fit to be seen. */
export function shownLog(state: Pick<PlaygroundState, 'log' | 'good'>): Log {
  return state.good ?? state.log
}

/** Whether the panels show an earlier program's run because the present program does not work. */
export function isStale(state: Pick<PlaygroundState, 'run' | 'good'>): boolean {
  return state.good !== null && (state.run.phase === 'idle' || state.run.phase === 'ended')
}

/** Why the present program does not start; `null` when it does, or is not done starting. */
export function failureToStart(state: Pick<PlaygroundState, 'run' | 'log'>): ReturnType<typeof startFailure> {
  return state.run.phase === 'idle' ? startFailure(state.log) : null
}

/** The position that the panels show the world at, within the shown log. */
export function shownCursor(state: Pick<PlaygroundState, 'log' | 'good' | 'cursor'>): number {
  const { length } = shownLog(state)
  return state.cursor === null ? length : Math.min(state.cursor, length)
}

/** What was under way when the run ended: the last action begun and, if it had sent one, its last request. */
export function culprit(log: Log): {
  action: EventOf<'action-started'> | null
  request: EventOf<'request-sent'> | null
} {
  let request: EventOf<'request-sent'> | null = null
  for (let seq = log.length - 1; seq >= 0; seq--) {
    const event = log.event(seq)
    if (event?.type === 'request-sent') request ??= event
    if (event?.type === 'action-started') return { action: event, request }
  }
  return { action: null, request }
}

/** Whether anything listens at the present end of a log. */
export function isServing(log: Log): boolean {
  return anyListens(serversProjection.at(log, log.length))
}
