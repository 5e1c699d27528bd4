import type { EventOf } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'

/**
 * Why a program never came to serve anybody: the first fault of its start, or its exit. `null` when
 * something listens, or nothing went wrong. Only what happened before the first action counts: a program
 * that breaks down later did start, and what follows is part of the story.
 */
export function startFailure(log: Log): EventOf<'fault' | 'process-exited'> | null {
  const listening = new Set<number>()
  let reason: EventOf<'fault' | 'process-exited'> | null = null
  for (let seq = 0; seq < log.length; seq++) {
    const event = log.event(seq)
    if (!event || event.action !== null) break
    if (event.type === 'listening') listening.add(event.port)
    else if (event.type === 'listening-ended') listening.delete(event.port)
    else if (event.type === 'fault') reason ??= event
    else if (event.type === 'process-exited') {
      listening.clear()
      reason ??= event
    }
  }
  return listening.size === 0 ? reason : null
}
