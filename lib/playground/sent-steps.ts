import type { Action, Story } from '@/lib/engine/story/action'
import type { ExchangeId } from '@/lib/engine/trace/event'
import { exchangesAt } from '@/lib/engine/trace/exchanges-at'
import type { Log } from '@/lib/engine/trace/log'
import { answerTo } from '@/lib/lessons/check/answer'
import { checkAnswer } from '@/lib/lessons/check/check-answer'
import { checkRows } from '@/lib/lessons/check/check-rows'
import type { Mismatch } from '@/lib/lessons/check/failure'
import type { Captures } from '@/lib/lessons/check/match-pattern'
import type { Step } from '@/lib/lessons/model'
import { lineOf } from '@/lib/lessons/steps'

/** What came of a step of the text that the student did: the exchange, if it was one, and what does not hold. */
export interface StepResult {
  readonly exchange: ExchangeId | null
  readonly mismatches: readonly Mismatch[]
}

export interface StepResults {
  /** By the line of the step. A step that was not done, or is under way, has none. */
  readonly results: ReadonlyMap<number, StepResult>
  /** What the names in braces stand for in the student's own story. */
  readonly captures: Captures
}

/**
 * Compares what the student's own story led to with what the text says of its steps.
 * @param sent the very action that was added to the story for a step, by the step's line. One that is no longer in
 *   the story, after an undo for example, counts as not done
 */
export function resultsOf(
  steps: readonly Step[],
  sent: ReadonlyMap<number, Action>,
  story: Story,
  log: Log,
): StepResults {
  const results = new Map<number, StepResult>()
  let captures: Captures = new Map()
  for (const step of steps) {
    if (step.type === 'actions') continue
    const line = lineOf(step)
    if (step.type === 'rows') {
      // Rows say what follows from what was done before them: on their own they say nothing.
      if (results.size === 0) continue
      const compared = checkRows(step.rows, log, captures)
      captures = compared.captures
      results.set(line, { exchange: null, mismatches: compared.mismatches })
      continue
    }
    const action = sent.get(line)
    const answer = action ? answerTo(story.lastIndexOf(action), log) : null
    if (!answer || isUnderWay(answer.exchange, log)) continue
    const compared = checkAnswer(step.transcript, answer, captures)
    captures = compared.captures
    results.set(line, { exchange: answer.exchange, mismatches: compared.mismatches })
  }
  return { results, captures }
}

function isUnderWay(exchange: ExchangeId, log: Log): boolean {
  return exchangesAt(log, log.length).get(exchange)?.end === null
}
