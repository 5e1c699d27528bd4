import type { ServerName } from '@/lib/engine/story/action'
import type { Process } from '@/lib/runtime/process'

/** How many servers a machine can have. Two teach everything that three do; more would only be in the way. */
const MOST_SERVERS = 3

interface Server {
  readonly name: ServerName
  /** The latest of its processes; it may have ended. */
  process: Process
}

/** The servers of a machine, `server-1` and so on, each with its processes one after the other. */
export class Servers {
  readonly #servers: Server[] = []
  readonly #launch: (name: ServerName) => Process
  /** Every process that ever was. */
  readonly #processes: Process[] = []

  /** `launch` starts a process of the program. */
  constructor(launch: (name: ServerName) => Process) {
    this.#launch = launch
  }

  get processes(): readonly Process[] {
    return this.#processes
  }

  /** By a loop: a program may have put something else in the place of an array's own functions. */
  get running(): readonly Process[] {
    const running: Process[] = []
    for (let i = 0; i < this.#servers.length; i++) {
      const process = this.#servers[i]?.process
      if (process?.alive) running[running.length] = process
    }
    return running
  }

  find(name: ServerName): Process | undefined {
    for (let i = 0; i < this.#servers.length; i++) {
      if (this.#servers[i]?.name === name) return this.#servers[i]?.process
    }
    return undefined
  }

  /** Starts one more. `false` when there are as many as can be. */
  add(): boolean {
    if (this.#servers.length === MOST_SERVERS) return false
    const name = `server-${this.#servers.length + 1}`
    this.#servers.push({ name, process: this.#started(name) })
    return true
  }

  /** Starts a new process for every server, or for one of them. */
  startAnew(name?: ServerName): void {
    for (const server of this.#servers) {
      if (name === undefined || server.name === name) server.process = this.#started(server.name)
    }
  }

  #started(name: ServerName): Process {
    const process = this.#launch(name)
    this.#processes.push(process)
    return process
  }
}
