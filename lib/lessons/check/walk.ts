import type { Action, Story } from '@/lib/engine/story/action'
import type { Event, EventOf } from '@/lib/engine/trace/event'
import { emptyLog, type Log } from '@/lib/engine/trace/log'
import { answerTo } from '@/lib/lessons/check/answer'
import { type Comparison, checkAnswer } from '@/lib/lessons/check/check-answer'
import { checkRows } from '@/lib/lessons/check/check-rows'
import type { Answer, Mismatch } from '@/lib/lessons/check/failure'
import type { Group } from '@/lib/lessons/check/groups'
import type { Captures } from '@/lib/lessons/check/match-pattern'
import type { OpenWorld } from '@/lib/lessons/check/runner'
import { fillInAction } from '@/lib/lessons/fill-in'
import type { Step } from '@/lib/lessons/model'
import { withVisitors } from '@/lib/lessons/open-visitors'
import { lineOf } from '@/lib/lessons/steps'

/** What came of one step. */
export interface StepOutcome {
  readonly step: Step
  /** Its position among the steps, from 0. */
  readonly index: number
  /** What its request got; `null` when it is no transcript, or was not sent. */
  readonly answer: Answer | null
  /** None: it holds. */
  readonly mismatches: readonly Mismatch[]
}

/** One way through steps: what was done, what is known, and the log that it is read from. */
export class Walk {
  readonly #world: OpenWorld
  #log: Log = emptyLog()
  #story: Story = []
  #captures: Captures = new Map()

  constructor(world: OpenWorld) {
    this.#world = world
    this.#log = this.#log.append(world.log)
  }

  get log(): Log {
    return this.#log
  }

  get story(): Story {
    return this.#story
  }

  get captures(): Captures {
    return this.#captures
  }

  /** Does actions that no step speaks of. */
  async act(actions: Story): Promise<readonly Event[]> {
    await this.#world.act(...actions)
    // Not what `act` gave: something may have been logged between two actions, and a log has no gaps.
    const events = this.#world.log.slice(this.#log.length)
    this.#story = [...this.#story, ...actions]
    this.#log = this.#log.append(events)
    return events
  }

  /** Does what a group of steps says, and compares one step after the other. */
  async *take(group: Group): AsyncGenerator<StepOutcome> {
    const actions = group.flatMap(({ step }) => actionsOf(step, this.#captures))
    const ready = withVisitors(actions, this.#story)
    let action = this.#story.length + ready.length - actions.length
    const events = actions.length > 0 ? await this.act(ready) : []
    for (const { step, index } of group) {
      const impossible = this.#impossible(step, events, action)
      const answer = step.type === 'transcript' ? answerTo(action, this.#log, step.transcript.follow) : null
      const { captures, mismatches } = impossible ?? this.#compare(step, answer)
      this.#captures = captures
      yield { step, index, answer, mismatches }
      action += actionsOf(step, captures).length
    }
  }

  #compare(step: Step, answer: Answer | null): Comparison {
    switch (step.type) {
      case 'transcript':
        return answer === null
          ? { captures: this.#captures, mismatches: [notSent(step.transcript.line, step.transcript.requestText)] }
          : checkAnswer(step.transcript, answer, this.#captures)
      case 'rows':
        return checkRows(step.rows, this.#log, this.#captures)
      case 'actions':
        return { captures: this.#captures, mismatches: [] }
      default:
        return step satisfies never
    }
  }

  /** Whether one of a step's actions, from index `first` of the story on, could not be done. */
  #impossible(step: Step, events: readonly Event[], first: number): Comparison | null {
    const last = first + actionsOf(step, this.#captures).length
    const ended = events.find(
      (event): event is EventOf<'action-ended'> =>
        event.type === 'action-ended' && event.outcome === 'impossible' && isWithin(event.action, first, last),
    )
    if (!ended) return null
    const expected = this.#story[ended.action ?? first]?.type ?? ''
    const actual = ended.outcome === 'impossible' ? ended.reason : null
    return { captures: this.#captures, mismatches: [{ kind: 'action', line: lineOf(step), expected, actual }] }
  }
}

/** A step's actions, with captured values in place of their names. */
function actionsOf(step: Step, captures: Captures): readonly Action[] {
  switch (step.type) {
    case 'transcript':
      return [fillInAction(step.transcript.action, captures)]
    case 'rows':
      return []
    case 'actions':
      return step.actions
    default:
      return step satisfies never
  }
}

function isWithin(action: number | null, first: number, last: number): boolean {
  return action !== null && action >= first && action < last
}

function notSent(line: number, expected: string): Mismatch {
  return { kind: 'answer', line, expected, actual: null }
}
