import type { ProcessId } from '@/lib/engine/trace/event'
import { Context, type Owner } from '@/lib/runtime/context'
import { OwnSet } from '@/lib/runtime/isolation/own-collections'
import type { Loop } from '@/lib/runtime/loop'
import type { SocketEvents, Wire } from '@/lib/runtime/realm/env'
import type { ConnectFailure, Service, Session } from '@/lib/runtime/services'

/** The process whose connections they are. */
export interface SocketOwner extends Owner {
  readonly id: ProcessId
  readonly main: Context
  /** On whose behalf code runs now. */
  readonly context: Context
}

/** Looks up where a connection leads. */
export type Connect = (host: string, port: number) => Service | ConnectFailure

/** Bytes on their way to a service, on behalf of one exchange. */
interface Parcel {
  readonly context: Context
  readonly pieces: Uint8Array[]
}

interface Connection {
  readonly events: SocketEvents
  session: Session | null
  /** The newest parcel, while it has not been handed over. */
  parcel: Parcel | null
  open: boolean
  /** Whether it keeps the process alive. */
  holds: boolean
}

/**
 * The connections of one process to services of its world. What is written is handed over in a turn of its own, on
 * behalf of whoever wrote it, and the answer arrives there and then: so the reply to a command belongs to the exchange
 * that gave the command, however many share the connection.
 */
export class Sockets {
  readonly #owner: SocketOwner
  readonly #loop: Loop
  readonly #connect: Connect
  readonly #open = new OwnSet<Connection>()

  constructor(owner: SocketOwner, loop: Loop, connect: Connect) {
    this.#owner = owner
    this.#loop = loop
    this.#connect = connect
  }

  /** Whether any of them keeps the process alive. */
  get holding(): boolean {
    for (const connection of this.#open) if (connection.holds) return true
    return false
  }

  /** Begins a connection; what becomes of it arrives as events, each in a turn of its own. */
  connect(host: string, port: number, events: SocketEvents): Wire {
    const connection: Connection = { events, session: null, parcel: null, open: true, holds: true }
    const { context } = this.#owner
    this.#open.add(connection)
    this.#post(connection, context, () => this.#establish(connection, host, port))
    return {
      write: (bytes, on) => this.#write(connection, bytes, on instanceof Context ? on : this.#owner.context),
      end: () =>
        this.#post(connection, this.#owner.context, () => {
          this.#close(connection)
          events.ended()
        }),
      destroy: () => this.#close(connection),
      hold: (holds) => {
        connection.holds = holds
      },
    }
  }

  /** The process is gone. */
  reset(): void {
    for (const connection of [...this.#open]) this.#close(connection)
  }

  #establish(connection: Connection, host: string, port: number): void {
    const found = this.#connect(host, port)
    if (typeof found === 'string') {
      this.#close(connection)
      connection.events.failed(found)
      return
    }
    const { events } = connection
    connection.session = found.accept({
      push: (bytes) => this.#post(connection, this.#owner.main, () => events.data(bytes)),
      close: () =>
        this.#post(connection, this.#owner.main, () => {
          this.#close(connection)
          events.ended()
        }),
    })
    events.connected()
  }

  #write(connection: Connection, bytes: Uint8Array, context: Context): void {
    if (connection.parcel?.context === context) {
      connection.parcel.pieces.push(bytes)
      return
    }
    const parcel: Parcel = { context, pieces: [bytes] }
    connection.parcel = parcel
    this.#post(connection, context, () => {
      if (connection.parcel === parcel) connection.parcel = null
      const { exchange } = context
      const answer = connection.session?.receive(joined(parcel.pieces), { process: this.#owner.id, exchange })
      if (answer && answer.length > 0) connection.events.data(answer)
    })
  }

  #post(connection: Connection, context: Context, run: () => void): void {
    this.#loop.post(context, () => {
      if (connection.open) run()
    })
  }

  #close(connection: Connection): void {
    if (!this.#open.delete(connection)) return
    connection.open = false
    connection.session?.closed()
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces
  if (first && pieces.length === 1) return first
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
