import type { Terminal } from '@/lib/cli/terminal'
import { requestBytes, responseBytes } from '@/lib/engine/http/wire'
import { requestBody } from '@/lib/engine/trace/bodies'
import type { Event, EventOf, ProcessId } from '@/lib/engine/trace/event'
import { type ExchangeRecord, exchangesAt } from '@/lib/engine/trace/exchanges-at'
import type { Log } from '@/lib/engine/trace/log'
import { payloadOf } from '@/lib/engine/trace/payload'
import { serversAt } from '@/lib/engine/trace/servers-at'

const LINE = 100

/** Prints what was logged from a position on: exchanges byte by byte, and what the program wrote and got wrong. */
export function printEvents(log: Log, from: number, terminal: Terminal): void {
  for (const event of log.events(from)) {
    if (event.type === 'request-sent') printExchange(exchangesAt(log, log.length).get(event.exchange), log, terminal)
    const said = wordsFor(event)
    if (said !== null) terminal.out(`${said}\n`)
  }
}

function printExchange(record: ExchangeRecord | undefined, log: Log, terminal: Terminal): void {
  if (!record) return
  const { id, visitor, sent, head, end, process } = record
  terminal.out(`\n${heading(`${id} · ${visitor} → ${serverOf(process, log)} · ${moment(sent.at)}`)}\n`)
  printBytes(requestOf(record, log), terminal)
  const after = (head ?? end ?? sent).at - sent.at
  terminal.out(`${heading(`${id} · ${visitor} ← ${serverOf(process, log)} · ${after} ms later`)}\n`)
  if (head) printBytes(responseOf(record, log), terminal)
  if (end === null) terminal.out('(no complete response so far)\n')
  else if (end.failure !== null)
    terminal.out(`(no complete response: ${end.failure}, ${end.at - sent.at} ms after the request)\n`)
}

function requestOf(record: ExchangeRecord, log: Log): Uint8Array {
  const body = requestBody(log, record)
  return requestBytes({ ...record.request, body: body.kept ? body.bytes : new Uint8Array() })
}

function responseOf(record: ExchangeRecord, log: Log): Uint8Array {
  const head = record.head?.response
  if (!head) return new Uint8Array()
  const pieces = record.pieces.toArray().map(({ seq }) => {
    const event = log.event(seq)
    const payload = event ? payloadOf(event) : null
    return payload?.kept ? payload.bytes : new Uint8Array()
  })
  return responseBytes(head, pieces, record.end?.failure === null)
}

/** The bytes as they are, and a line end where there is none. */
function printBytes(bytes: Uint8Array, terminal: Terminal): void {
  terminal.out(bytes)
  if (bytes.at(-1) !== 0x0a) terminal.out('\n')
}

/** Besides exchanges: what one would see in the terminal of a server, and what was done to it. */
function wordsFor(event: Event): string | null {
  switch (event.type) {
    case 'console':
      return `[${event.stream}] ${event.text.replace(/\n$/, '')}`
    case 'fault':
      return `[fault] ${event.fault}: ${event.message}${placeOf(event)}`
    case 'process-exited':
      return `[${event.server}] ended: ${event.cause}, exit code ${event.code}`
    case 'redis-command':
      return event.process === null ? `[redis-cli] ${event.command.join(' ')}\n${event.reply}` : null
    case 'script-read-cookies':
      return `[document.cookie of ${event.visitor}] ${event.value}`
    default:
      return null
  }
}

function placeOf({ place }: EventOf<'fault'>): string {
  return place ? ` (${place.file}:${place.line})` : ''
}

function serverOf(process: ProcessId | null, log: Log): string {
  if (process === null) return 'nobody'
  return serversAt(log, log.length).get(process)?.server ?? 'server'
}

function heading(text: string): string {
  return `── ${text} `.padEnd(LINE, '─')
}

function moment(at: number): string {
  return new Date(at).toISOString()
}
