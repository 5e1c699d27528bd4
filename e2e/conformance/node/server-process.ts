import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { HttpRequest } from '@/lib/engine/http/message'
import type { Answer } from '../exchanges'
import { type FromChild, type Moment, START_VARIABLE, type ToChild } from './messages'
import { RawResponse } from './raw-response'

/** How long real Node may take for one thing before the test fails, in milliseconds. */
const PATIENCE = 15_000

/** A program running in real Node, with its clock and randomness in our hands and its ports on the loopback. */
export class ServerProcess {
  readonly #child: ChildProcess
  readonly #ports = new Map<number, number>()
  #momentsSet = 0
  #output = ''
  #wake = () => {}

  constructor(folder: string, entry: string, preload: string, start: Moment) {
    this.#child = fork(entry, [], {
      cwd: folder,
      execArgv: ['--require', preload],
      env: { PATH: process.env.PATH, NODE_ENV: 'development', [START_VARIABLE]: JSON.stringify(start) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child.on('message', (message: FromChild) => {
      if (message.type === 'listening') this.#ports.set(message.port, message.actual)
      else this.#momentsSet++
      this.#wake()
    })
    this.#child.on('exit', () => this.#wake())
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (text: Buffer) => {
        this.#output += text
      })
    }
  }

  /** Waits until the program listens on all of `ports`. */
  async listening(ports: readonly number[]): Promise<void> {
    while (!ports.every((port) => this.#ports.has(port))) {
      if (!this.#alive) throw new Error(`the program ended before it listened:\n${this.#output}`)
      await this.#news()
    }
  }

  /** Sends a request as it stands, at a moment, and reads the answer off the socket. */
  async answer(port: number, request: HttpRequest, moment: Moment): Promise<Answer> {
    const actual = this.#ports.get(port)
    if (!this.#alive || actual === undefined) return refused()
    return (await this.#set(moment)) ? exchange(actual, request) : refused()
  }

  async end(): Promise<void> {
    if (!this.#alive) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await gone
  }

  get #alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** Whether the process still lives to hear it. */
  async #set(moment: Moment): Promise<boolean> {
    const before = this.#momentsSet
    const message: ToChild = { type: 'moment', moment }
    // What can't be written any more needs no report: the process is ending, and its exit is news.
    if (this.#child.connected) this.#child.send(message, () => {})
    while (this.#alive && this.#momentsSet === before) await this.#news()
    return this.#alive
  }

  /** Resolves when the process says something or ends. */
  #news(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing heard of the program:\n${this.#output}`)), PATIENCE)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

function exchange(port: number, request: HttpRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const response = new RawResponse(request.method)
    const socket = connect({ port, host: '127.0.0.1', signal: AbortSignal.timeout(PATIENCE) })
    const look = () => {
      try {
        const answer = response.read()
        if (!answer) return
        resolve(answer)
      } catch (error) {
        reject(error)
      }
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
    socket.on('close', () => {
      response.close()
      look()
    })
  })
}

/** The request's bytes (RFC 9112 section 2.1); header values are Latin-1, as Node reads them. */
function wire({ method, target, headers, body }: HttpRequest): Buffer {
  const lines = [`${method} ${target} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`), '', '']
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body])
}

function refused(): Answer {
  return { head: null, body: new Uint8Array(0), chunks: null, failure: 'connection-refused' }
}
