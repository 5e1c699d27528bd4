import type { Answer } from '@/lib/engine/network/machine'
import type { ExchangeId, FaultKind, SourcePlace } from '@/lib/engine/trace/event'
import type { RunBudget } from '@/lib/runtime/budget'
import type { Context } from '@/lib/runtime/context'
import { OwnMap } from '@/lib/runtime/isolation/own-collections'
import type { Loop } from '@/lib/runtime/loop'
import type { ServerAnswer, ServerSide } from '@/lib/runtime/realm/env'

/** What connections need of the process they lead to. */
export interface ConnectionOwner {
  readonly budget: RunBudget
  readonly observer: { placeNow(): SourcePlace | null }
  report(fault: FaultKind, message: string, context: Context, place: SourcePlace | null): void
}

interface Connection {
  side: ServerSide | null
  readonly answer: Answer
  readonly context: Context
}

/** The connections of visitors to one process, each until its answer is complete. */
export class Connections {
  readonly #open = new OwnMap<ExchangeId, Connection>()
  readonly #owner: ConnectionOwner
  readonly #loop: Loop

  constructor(owner: ConnectionOwner, loop: Loop) {
    this.#owner = owner
    this.#loop = loop
  }

  get size(): number {
    return this.#open.size
  }

  /** Opens one, and has it accepted in a turn of its own. `accept` gives `null` where nothing listens any more. */
  open(
    exchange: ExchangeId,
    context: Context,
    answer: Answer,
    accept: (answer: ServerAnswer) => ServerSide | null,
  ): void {
    const connection: Connection = { side: null, answer, context }
    this.#open.set(exchange, connection)
    const serverAnswer = this.#serverAnswer(exchange, context, answer)
    this.#loop.post(context, () => {
      connection.side = accept(serverAnswer)
      if (connection.side === null) serverAnswer.fail('connection-refused')
    })
  }

  /** The visitor gave up waiting. */
  abandon(exchange: ExchangeId): void {
    const connection = this.#open.get(exchange)
    if (!connection) return
    const { context, side } = connection
    this.#open.delete(exchange)
    this.#owner.report('never-answered', 'no complete response within 30 seconds', context, context.lastPlace)
    if (side) this.#loop.post(context, () => side.hangUp())
  }

  /** The process is gone: all of them break off. */
  reset(): void {
    const connections = [...this.#open.values()]
    this.#open.clear()
    for (const { answer } of connections) answer.fail('connection-reset')
  }

  /** The answer's end as the server sees it: forgets the connection when it is complete, and bounds its size. */
  #serverAnswer(exchange: ExchangeId, context: Context, answer: Answer): ServerAnswer {
    let size = 0
    return {
      head: (head) => {
        // What was done before the answer began comes before it in the log, rows of variables above all.
        const running = this.#loop.current
        running?.process.observer.flush(running)
        answer.head(head)
      },
      data: (piece, wire) => {
        size += wire
        if (size > this.#owner.budget.limits.responseBytes) this.#tooLarge(exchange, context, answer)
        // The packages go on using their buffers; the log keeps its own copy.
        else answer.data(piece.slice(), wire)
      },
      end: () => {
        this.#open.delete(exchange)
        answer.end()
      },
      fail: (failure) => {
        this.#open.delete(exchange)
        answer.fail(failure)
      },
    }
  }

  #tooLarge(exchange: ExchangeId, context: Context, answer: Answer): void {
    if (!this.#open.delete(exchange)) return
    const { budget, observer } = this.#owner
    const message = `the answer is larger than ${budget.limits.responseBytes} bytes`
    this.#owner.report('response-too-large', message, context, observer.placeNow())
    answer.fail('connection-reset')
  }
}
