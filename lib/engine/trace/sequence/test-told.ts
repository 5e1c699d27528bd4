import type { StoreMethod } from '@/lib/engine/sessions/decision'
import type { Action } from '@/lib/engine/story/action'
import type { EventBody, EventOf } from '@/lib/engine/trace/event'
import type { Log } from '@/lib/engine/trace/log'
import type { End, Says, Step } from '@/lib/engine/trace/sequence/step'
import { sequenceAt } from '@/lib/engine/trace/sequence-at'

/** The steps before a cursor as lines, for tests: `alice > server-1: GET /1`. A number behind a name is its bar, from 0. */
export function told(log: Log, cursor: number = log.length): string[] {
  return sequenceAt(log, cursor)
    .steps.toArray()
    .map((step) => line(step))
}

export function line({ from, to, says }: Step): string {
  const ends = from && to ? `${place(from)} > ${place(to)}` : from ? place(from) : to ? place(to) : '-'
  return `${ends}: ${words(says)}`
}

function place({ line, lane }: End): string {
  const name = line.replace(/^(visitor|server) /, '')
  return lane === null ? name : `${name} ${lane}`
}

function words(says: Says): string {
  switch (says.type) {
    case 'request': {
      const cookies = says.cookies.map(({ fate, name, value }) => ` ${fate} ${name}=${value}`).join('')
      const about = says.redirectOf === null ? '' : ` after ${says.redirectOf}`
      return `${says.method} ${says.target}${about}${cookies}${says.failure === null ? '' : ` ${says.failure}`}`
    }
    case 'head': {
      const cookies = says.cookies.map(({ fate, name, value }) => ` ${fate} ${name}=${value}`).join('')
      return `${says.status}${says.location === null ? '' : ` to ${says.location}`}${cookies}${says.complete ? '' : ' …'}`
    }
    case 'store-call':
      return `${says.method} ${says.session}${says.answer === null ? '' : ` ${says.answer.outcome}`}${says.row === null ? '' : ' row'}`
    case 'store-answer':
      return `${says.answer.outcome}`
    case 'failure':
      return says.failure
    case 'row':
      return `${says.change} ${says.key}`
    case 'file':
      return `${says.byHand ? 'hand ' : ''}${says.change} ${says.path}`
    case 'redis':
      return `${says.byHand ? 'hand ' : ''}${says.command.join(' ')} ${says.reply}`
    case 'session':
      return `session ${says.decision.step}`
    case 'process-exited':
      return `exited ${says.cause}`
    case 'jar':
      return `${says.cause} ${says.cookie.fate} ${says.cookie.name}`
    case 'cookie-copied':
      return `copied ${says.cookie.name}`
    case 'gap':
      return `${says.duration} ms${says.byHand ? ' by hand' : ''}`
    default:
      return says.type
  }
}

/** Two servers that listen, before anything is done. */
export const TWO_SERVERS: readonly EventBody[] = [
  { type: 'process-started', process: 1, server: 'server-1' },
  { type: 'process-started', process: 2, server: 'server-2' },
]

export function asked(exchange: number, visitor = 'alice', more: Partial<EventOf<'request-sent'>> = {}): EventBody {
  const request = { method: 'GET', target: `/${exchange}`, headers: [], body: new Uint8Array(0) }
  const url = `http://localhost:9090/${exchange}`
  return { type: 'request-sent', exchange, visitor, url, request, via: 'address', process: 1, ...more }
}

export function answered(exchange: number, status = 200, location?: string): EventBody {
  const headers = location === undefined ? [] : [['Location', location] as const]
  return { type: 'response-head', exchange, head: { status, reason: 'OK', headers } }
}

export function ended(exchange: number): EventBody {
  return { type: 'response-ended', exchange }
}

export function called(call: number, method: StoreMethod, id: string, exchange: number, process = 1): EventBody {
  return { type: 'store-call', process, exchange, call, name: 'connect.sid', method, id, by: 'middleware' }
}

export function stored(call: number, outcome: EventOf<'store-answer'>['outcome'], exchange: number): EventBody {
  return { type: 'store-answer', process: 1, exchange, call, outcome }
}

export function began(started: Action): EventBody {
  return { type: 'action-started', started }
}
