import { connect } from 'node:net'
import type { HttpRequest } from '@/lib/engine/http/message'
import type { Answer } from '../exchanges'
import { RawResponse } from './raw-response'

/** How long an answer may take before the test fails, in milliseconds. */
const PATIENCE = 15_000

/** A request under way. Its answer is read off the socket, byte for byte. */
export interface Sending {
  /** When the head of the answer is there, or will never be. */
  readonly head: Promise<void>
  readonly answer: Promise<Answer>
  /** The visitor's patience is at an end: what came by now is the answer. */
  readonly giveUp: () => void
}

/** Sends a request as it stands to a port of the loopback. */
export function send(port: number, request: HttpRequest): Sending {
  const response = new RawResponse(request.method)
  let headIsHere = () => {}
  let giveUp = () => {}
  const head = new Promise<void>((resolve) => {
    headIsHere = resolve
  })
  const answer = new Promise<Answer>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', signal: AbortSignal.timeout(PATIENCE) })
    const finish = (change: (answer: Answer) => Answer) => {
      response.close()
      look(change)
    }
    giveUp = () => finish(timedOut)
    const look = (change: (answer: Answer) => Answer = (complete) => complete) => {
      if (response.hasHead) headIsHere()
      try {
        const complete = response.read()
        if (!complete) return
        resolve(change(complete))
      } catch (error) {
        reject(error)
      }
      headIsHere()
      socket.destroy()
    }
    socket.on('connect', () => socket.write(wire(request)))
    socket.on('data', (piece) => {
      response.push(piece)
      look()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') resolve(refused())
      else if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
    })
    socket.on('close', () => finish((complete) => complete))
  })
  return { head, answer, giveUp: () => giveUp() }
}

function refused(): Answer {
  return { head: null, body: new Uint8Array(0), chunks: null, failure: 'connection-refused' }
}

/** What comes of a request to where nothing listens. */
export const REFUSED: Sending = { head: Promise.resolve(), answer: Promise.resolve(refused()), giveUp() {} }

function timedOut(answer: Answer): Answer {
  return { ...answer, failure: 'timed-out' }
}

/** The request's bytes (RFC 9112 section 2.1); header values are Latin-1, as Node reads them. */
function wire({ method, target, headers, body }: HttpRequest): Buffer {
  const lines = [`${method} ${target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), '', '']
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body])
}
