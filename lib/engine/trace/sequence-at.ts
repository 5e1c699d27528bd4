import type { Event } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import { Projection } from '@/lib/engine/trace/projection'
import {
  cookieOfExchange,
  exchangeFailed,
  requestSent,
  responseEnded,
  responseHead,
} from '@/lib/engine/trace/sequence/exchange-steps'
import { fileChanged, redisCommand } from '@/lib/engine/trace/sequence/outside-steps'
import { cookiesRead, jarChanged, visitorClosed, visitorOpened } from '@/lib/engine/trace/sequence/people-steps'
import {
  faulted,
  processExited,
  processStarted,
  redisExpired,
  redisState,
  sessionDecided,
} from '@/lib/engine/trace/sequence/server-steps'
import { NO_SEQUENCE, type Sequence, withGap, withStep } from '@/lib/engine/trace/sequence/state'
import { rowChanged, storeAnswer, storeCall } from '@/lib/engine/trace/sequence/store-steps'

function reduce(state: Sequence, event: Event): Sequence {
  switch (event.type) {
    case 'world-started':
      return { ...state, now: event.at }
    case 'action-started':
      return { ...state, doing: event.started }
    case 'clock-moved':
      return withGap(state, event)
    case 'process-started':
      return processStarted(state, event)
    case 'process-exited':
      return processExited(state, event)
    case 'visitor-opened':
      return visitorOpened(state, event)
    case 'visitor-closed':
      return visitorClosed(state, event)
    case 'request-sent':
      return requestSent(state, event)
    case 'response-head':
      return responseHead(state, event)
    case 'response-ended':
      return responseEnded(state, event)
    case 'exchange-failed':
      return exchangeFailed(state, event)
    case 'cookie':
      return event.exchange === null || event.decision.because.rule === 'expired'
        ? jarChanged(state, event)
        : cookieOfExchange(state, event, event.exchange)
    case 'script-read-cookies':
      return cookiesRead(state, event)
    case 'row-set':
    case 'row-removed':
      return rowChanged(state, event)
    case 'session':
      return sessionDecided(state, event)
    case 'store-call':
      return storeCall(state, event)
    case 'store-answer':
      return storeAnswer(state, event)
    case 'file-written':
    case 'file-removed':
      return fileChanged(state, event)
    case 'redis-state':
      return redisState(state, event)
    case 'redis-command':
      return redisCommand(state, event)
    case 'redis-key-removed':
      return event.cause === 'expired' ? redisExpired(state, event) : state
    case 'balancing':
      // How it is from the beginning is no news.
      return event.action === null ? state : withStep(state, event, { says: { type: 'balancing', by: event.by } })
    case 'fault':
      return faulted(state, event)
    case 'action-ended':
    case 'listening':
    case 'listening-ended':
    case 'response-data':
    case 'page-shown':
    case 'lines-ran':
    case 'console':
    case 'rows-uncounted':
    case 'redis-key-set':
      return state
    default:
      return event satisfies never
  }
}

export const sequenceProjection = new Projection<Sequence>(NO_SEQUENCE, reduce)

/** The story before a cursor as a sequence picture: who takes part, and what went from one to another, in order. */
export function sequenceAt(log: Log, cursor: number): Sequence {
  return sequenceProjection.at(log, cursor)
}
