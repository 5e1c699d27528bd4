import type { HeaderList } from '@/lib/engine/http/message'
import type { Story } from '@/lib/engine/story/action'
import type { EventOf, ExchangeFailure, ExchangeId } from '@/lib/engine/trace/event'

/** What came back for a transcript's request. */
export interface Answer {
  readonly exchange: ExchangeId
  /** `null` when no head came. */
  readonly status: number | null
  readonly headers: HeaderList
  /** As UTF-8 text, as far as it came. */
  readonly body: string
  /** Why the answer is not complete; `null` when it is. */
  readonly failure: ExchangeFailure | null
}

/** One expectation that does not hold. Texts are for people, with captured values in place of their names. */
export type Mismatch =
  | {
      /**
       * `status`, `header`, `body`, `row`: expected, and something else or nothing (`null`) is there.
       * `no-header`, `no-body`, `no-row`: expected not to be there, and is.
       * `answer`: the request got no complete answer; `actual` is an `ExchangeFailure`.
       * `answered`: it got one, and should not have.
       * `action`: what should be done can't be; `actual` says why, in English.
       */
      readonly kind:
        | 'status'
        | 'header'
        | 'body'
        | 'row'
        | 'no-header'
        | 'no-body'
        | 'no-row'
        | 'answer'
        | 'answered'
        | 'action'
      /** The line of the markdown that expects it, from 1. */
      readonly line: number
      readonly expected: string
      readonly actual: string | null
    }
  | {
      /** With constant `Math.random`, at the same moment, the captured id is the same again. */
      readonly kind: 'predictable'
      readonly line: number
      /** The name in braces. */
      readonly capture: string
      readonly actual: string
      /** What a guesser has to know: nothing, the time, the numbers of `Math.random` (or one drawn at the start), or both. */
      readonly madeOf: readonly ('clock' | 'random')[]
    }

/** The first step that does not hold: expected beside actual, and the way there. */
export interface Failure {
  /** Position among the steps, from 0; `null` when a law of the task failed. */
  readonly step: number | null
  /** The line of the markdown where the step stands, from 1. */
  readonly line: number
  /** What the step's transcript sent and got; `null` when it is no transcript. */
  readonly request: string | null
  readonly answer: Answer | null
  readonly mismatches: readonly Mismatch[]
  /** Everything done up to here: to be opened as a story. */
  readonly story: Story
  /** What went wrong in the program meanwhile. */
  readonly faults: readonly EventOf<'fault'>[]
}
