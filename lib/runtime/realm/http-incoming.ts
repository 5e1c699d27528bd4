import { FetchIncomingMessage } from 'fetch-to-node'
import type { HeaderList } from '@/lib/engine/http/message'
import type { VirtualSocket } from '@/lib/runtime/realm/socket'

/**
 * Node's IncomingMessage, from fetch-to-node's port of it. Instead of a fetch body stream, which would lose
 * header lines and order, it is filled by the virtual network.
 */
export class IncomingMessage extends FetchIncomingMessage {
  #socket: VirtualSocket | null

  constructor(socket: VirtualSocket | null) {
    super()
    this.#socket = socket
    Object.assign(this, { httpVersion: '1.1', httpVersionMajor: 1, httpVersionMinor: 1 })
    this._consuming = true
  }

  /** Takes the header lines as they came: `rawHeaders` alternates names and values. */
  receiveHeaders(headers: HeaderList): void {
    const raw = headers.flat()
    this._addHeaderLines(raw, raw.length)
  }

  /** The whole body, in pieces of at most 64 KiB as a socket would bring them, then the end. */
  receiveBody(body: Uint8Array): void {
    for (let at = 0; at < body.length; at += 65_536) {
      this.push(__env.Buffer.from(body.subarray(at, at + 65_536)))
    }
    this.complete = true
    this.push(null)
  }

  override async _read(): Promise<void> {}

  override setTimeout(_milliseconds?: number, _callback?: () => void): this {
    return this
  }

  static define(): void {
    const socket = {
      configurable: true,
      get(this: IncomingMessage) {
        return this.#socket
      },
      set(this: IncomingMessage, value: VirtualSocket | null) {
        this.#socket = value
      },
    }
    Object.defineProperties(IncomingMessage.prototype, { socket, connection: socket })
  }
}
IncomingMessage.define()
