import type { HttpRequest, ResponseHead } from '@/lib/engine/http/message'
import type { Answer } from '@/lib/engine/network/machine'
import type { ExchangeFailure, ExchangeId } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'

/** What an exchange tells its visitor. Each is called at most once, `closed` last and always. */
export interface ExchangeListener {
  /** Headers are here: cookies are stored and redirects followed now, before the body, as browsers do. */
  headArrived(head: ResponseHead): void
  /** The answer failed before or after its head. */
  failed(failure: ExchangeFailure, headSeen: boolean): void
  closed(): void
}

/** One request and the answer to it, as the visitor's end sees it. Whatever comes after the end is ignored. */
export class Exchange implements Answer {
  readonly id: ExchangeId
  readonly request: HttpRequest
  readonly #recorder: Recorder
  readonly #listener: ExchangeListener
  #state: 'waiting' | 'body' | 'closed' = 'waiting'

  constructor(id: ExchangeId, request: HttpRequest, recorder: Recorder, listener: ExchangeListener) {
    this.id = id
    this.request = request
    this.#recorder = recorder
    this.#listener = listener
  }

  get open(): boolean {
    return this.#state !== 'closed'
  }

  head(head: ResponseHead): void {
    if (this.#state !== 'waiting') return
    this.#state = 'body'
    this.#recorder.emit({ type: 'response-head', exchange: this.id, head })
    this.#listener.headArrived(head)
  }

  data(piece: Uint8Array, wire: number): void {
    if (this.#state !== 'body') return
    this.#recorder.emit({ type: 'response-data', exchange: this.id, data: piece, wire })
  }

  end(): void {
    if (this.#state !== 'body') return
    this.#state = 'closed'
    this.#recorder.emit({ type: 'response-ended', exchange: this.id })
    this.#listener.closed()
  }

  fail(failure: ExchangeFailure): void {
    if (this.#state === 'closed') return
    const headSeen = this.#state === 'body'
    this.#state = 'closed'
    this.#recorder.emit({ type: 'exchange-failed', exchange: this.id, failure })
    this.#listener.failed(failure, headSeen)
    this.#listener.closed()
  }
}
