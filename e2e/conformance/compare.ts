import type { HeaderLine } from '@/lib/engine/http/message'
import type { Answer, Exchange } from './exchanges'

/** What two answers to the same request differ in, one line each: `what: world | node`. Empty when they are alike. */
export function compare(
  exchange: Pick<Exchange, 'answer' | 'answered'>,
  node: Answer,
  realTime: Span,
): readonly string[] {
  const world = exchange.answer
  const differences: string[] = []
  const same = (what: string, a: unknown, b: unknown) => {
    const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
    if (left !== right) differences.push(`${what}: ${left} | ${right}`)
  }
  same('failure', world.failure, node.failure)
  same('status line', statusLine(world), statusLine(node))
  const frozen = new Date(exchange.answered).toUTCString()
  const page = isErrorPage(world) && isErrorPage(node)
  const worldHeaders = headerLines(world, page, (value) => value)
  const nodeHeaders = headerLines(node, page, (value) => (isWithin(value, realTime) ? frozen : value))
  for (let i = 0; i < Math.max(worldHeaders.length, nodeHeaders.length); i++) {
    same(`header line ${i + 1}`, worldHeaders[i], nodeHeaders[i])
  }
  if (page) same('first line of the error page', firstLine(world.body), firstLine(node.body))
  else if (!Buffer.from(world.body).equals(node.body)) same('body', text(world.body), text(node.body))
  if (world.failure === null && !page) same('chunks', world.chunks, node.chunks)
  return differences
}

/** Real time during which Node answered, in milliseconds since the Unix epoch. */
export interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Node takes the Date header from a clock that no program can reach. A date of the real time of the test
 * stands for the frozen one; a date that the program set itself stays as it is.
 */
function isWithin(date: string, { from, to }: Span): boolean {
  const moment = Date.parse(date)
  return moment >= from - 1000 && moment <= to
}

function statusLine({ head }: Answer): string | null {
  return head && `HTTP/1.1 ${head.status} ${head.reason}`
}

/** In error pages the length differs with the stack trace. */
function headerLines({ head }: Answer, page: boolean, dated: (value: string) => string): readonly string[] {
  const show = ([name, value]: HeaderLine): string => {
    const key = name.toLowerCase()
    if (key === 'date') return `${name}: ${dated(value)}`
    return `${name}: ${page && key === 'content-length' ? '(length)' : value}`
  }
  return head ? head.headers.map(show) : []
}

/** Express's own page for an error (finalhandler), whose stack trace differs between machines, told by its headers. */
function isErrorPage({ head }: Answer): boolean {
  return (
    head !== null &&
    head.status >= 400 &&
    head.headers.some(([name, value]) => name === 'Content-Security-Policy' && value === "default-src 'none'")
  )
}

/** Up to the stack trace. Where Node's side keeps its programs (`/tmp/barbershop-node-x/app`) is `/app` in a world. */
function firstLine(page: Uint8Array): string {
  return (text(page).split(/<br>|<\/pre>/)[0] ?? '').replaceAll(/[^\s;]*\/barbershop-node-\w+(?=\/app)/g, '')
}

function text(body: Uint8Array): string {
  return Buffer.from(body).toString('utf8')
}
