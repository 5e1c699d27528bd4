import type { Action, Story } from '@/lib/engine/story/action'
import type { ExchangeId, Impossible } from '@/lib/engine/trace/event'
import { exchangesAt } from '@/lib/engine/trace/exchanges-at'
import { impossibleProjection } from '@/lib/engine/trace/impossible-at'
import type { Log } from '@/lib/engine/trace/log'
import { answerTo } from '@/lib/lessons/check/answer'
import { checkAnswer } from '@/lib/lessons/check/check-answer'
import { checkRows } from '@/lib/lessons/check/check-rows'
import type { Mismatch } from '@/lib/lessons/check/failure'
import type { Captures } from '@/lib/lessons/check/match-pattern'
import type { Step } from '@/lib/lessons/model'
import { lineOf } from '@/lib/lessons/steps'

/** What came of a step of the text that was done: the exchange, if it was one, and what does not hold. */
export interface StepResult {
  readonly exchange: ExchangeId | null
  readonly mismatches: readonly Mismatch[]
  /** A step before it was left out: no wonder if something does not hold. */
  readonly skipped: boolean
}

/** By a step's line, the very actions that were added to the story when it was done. */
export type SentSteps = ReadonlyMap<number, readonly Action[]>

export interface StepResults {
  /** By the line of the step. A step that was not done, or is under way, has none. */
  readonly results: ReadonlyMap<number, StepResult>
  /** By the line of a step whose latest doing came to nothing: why. */
  readonly impossible: ReadonlyMap<number, Impossible>
  /** What the names in braces stand for in the student's own story. */
  readonly captures: Captures
}

/** Whether a step is in the story, at its latest doing: actions that were taken back are not. */
export function isDone(sent: SentSteps, line: number, story: Story): boolean {
  return sent.get(line)?.every((action) => story.includes(action)) ?? false
}

/** Compares what the student's own story led to with what the text says of its steps. Rows are compared as they are now. */
export function resultsOf(steps: readonly Step[], sent: SentSteps, story: Story, log: Log): StepResults {
  const results = new Map<number, StepResult>()
  const impossible = new Map<number, Impossible>()
  const refused = impossibleProjection.at(log, log.length)
  let captures: Captures = new Map()
  let skipped = false
  /** Where the last step that was done stands in the story; `null` before the first. */
  let last: number | null = null
  for (const step of steps) {
    const line = lineOf(step)
    if (step.type === 'rows') {
      // Rows say what follows from what was done before them: on their own they say nothing.
      if (last === null) continue
      // A name is given at its time, though the rows are compared as they are now: a later card is not the first one.
      captures = checkRows(step.rows, log, captures, endOf(last, log)).captures
      results.set(line, { exchange: null, mismatches: checkRows(step.rows, log, captures).mismatches, skipped })
      continue
    }
    if (!isDone(sent, line, story)) {
      skipped = true
      continue
    }
    const actions = sent.get(line) ?? []
    const action = actions[0]
    const places = actions.map((done) => story.lastIndexOf(done))
    last = Math.max(last ?? 0, ...places)
    const reason = places.map((place) => refused.get(place)).find((found) => found !== undefined)
    if (reason) impossible.set(line, reason)
    if (step.type === 'actions' || !action) continue
    const answer = answerTo(story.lastIndexOf(action), log, step.transcript.follow)
    if (!answer || isUnderWay(answer.exchange, log)) continue
    const compared = checkAnswer(step.transcript, answer, captures)
    captures = compared.captures
    results.set(line, { exchange: answer.exchange, mismatches: compared.mismatches, skipped })
  }
  return { results, impossible, captures }
}

/** How many events there were before anything was done after an action. */
function endOf(action: number, log: Log): number {
  for (const event of log.events()) {
    if (event.action !== null && event.action > action) return event.seq
  }
  return log.length
}

function isUnderWay(exchange: ExchangeId, log: Log): boolean {
  return exchangesAt(log, log.length).get(exchange)?.end === null
}

/**
 * What a check found out about each step of a task's proof: those before the failing one hold, those after it were
 * not tried.
 * @param failing position of the failing step; `null` when all of them hold
 */
export function resultsOfCheck(
  steps: readonly Step[],
  failing: number | null,
  mismatches: readonly Mismatch[],
): ReadonlyMap<number, StepResult> {
  const tried = failing === null ? steps : steps.slice(0, failing + 1)
  return new Map(
    tried.map((step, index) => [
      lineOf(step),
      { exchange: null, mismatches: index === failing ? mismatches : [], skipped: false },
    ]),
  )
}
