import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { HttpRequest } from '@/lib/engine/http/message'
import { BEGINNING_VARIABLE, type Beginning, type FromChild, type Labels, type ToChild } from './messages'
import { REFUSED, type Sending, send } from './send'

/** How long real Node may take for one thing before the test fails, in milliseconds. */
const PATIENCE = 15_000

/** Where a process finds its program. */
export interface Installation {
  readonly folder: string
  readonly entry: string
  /** Path of the preload. */
  readonly preload: string
}

/** A program running in real Node, with its time and randomness in our hands and its ports on the loopback. */
export class ServerProcess {
  readonly #child: ChildProcess
  readonly #ports = new Map<number, number>()
  readonly #listeners = new Set<() => void>()
  #arrivals = 0
  #requests = 0
  #output = ''

  constructor({ folder, entry, preload }: Installation, beginning: Beginning) {
    this.#child = fork(entry, [], {
      cwd: folder,
      execArgv: ['--require', preload],
      env: { PATH: process.env.PATH, NODE_ENV: 'development', [BEGINNING_VARIABLE]: JSON.stringify(beginning) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    this.#child.on('message', (message: FromChild) => {
      if (message.type === 'listening') this.#ports.set(message.port, message.actual)
      else this.#arrivals++
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
      if (!this.alive) throw new Error(`the program ended before it listened:\n${this.#output}`)
      await this.#news()
    }
  }

  /** Waits until it has ended by itself. */
  async ended(): Promise<void> {
    while (this.alive) await this.#news()
  }

  /** Sends a request as it stands, at a moment of virtual time. */
  async send(port: number, request: HttpRequest, to: number, labels: Labels): Promise<Sending> {
    const actual = this.#ports.get(port)
    if (!(await this.moveTo(to, labels)) || actual === undefined) return REFUSED
    this.#requests++
    return send(actual, request)
  }

  /** Lets virtual time go on, in milliseconds since the Unix epoch. Whether the process still lives then. */
  async moveTo(to: number, labels: Labels | null = null): Promise<boolean> {
    const before = this.#arrivals
    const message: ToChild = { to, requests: this.#requests, labels }
    // What can't be written any more needs no report: the process is ending, and its exit is news.
    if (this.alive && this.#child.connected) this.#child.send(message, () => {})
    while (this.alive && this.#arrivals === before) await this.#news()
    return this.alive
  }

  async end(): Promise<void> {
    if (!this.alive) return
    const gone = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await gone
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  #wake(): void {
    for (const listener of this.#listeners) listener()
  }

  /** Resolves when the process says something or ends. */
  #news(): Promise<void> {
    return new Promise((resolve, reject) => {
      const heard = () => {
        clearTimeout(timer)
        this.#listeners.delete(heard)
        resolve()
      }
      const timer = setTimeout(() => {
        this.#listeners.delete(heard)
        reject(new Error(`nothing heard of the program:\n${this.#output}`))
      }, PATIENCE)
      this.#listeners.add(heard)
    })
  }
}
