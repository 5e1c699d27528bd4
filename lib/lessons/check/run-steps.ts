import type { Action, Story } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Event, EventOf } from '@/lib/engine/trace/event'
import { faultsAt } from '@/lib/engine/trace/faults-at'
import { emptyLog, type Log } from '@/lib/engine/trace/log'
import { answerTo } from '@/lib/lessons/check/answer'
import { type Comparison, checkAnswer } from '@/lib/lessons/check/check-answer'
import { checkRows } from '@/lib/lessons/check/check-rows'
import type { Answer, Failure, Mismatch } from '@/lib/lessons/check/failure'
import { type Group, groupsOf } from '@/lib/lessons/check/groups'
import type { Captures } from '@/lib/lessons/check/match-pattern'
import type { OpenWorld, WorldRunner } from '@/lib/lessons/check/runner'
import { fillInAction } from '@/lib/lessons/fill-in'
import type { Step } from '@/lib/lessons/model'
import { withVisitors } from '@/lib/lessons/open-visitors'
import { fillIn } from '@/lib/lessons/pattern'
import { lineOf } from '@/lib/lessons/steps'

/** How far steps held. */
export interface StepsRun {
  readonly captures: Captures
  /** The first step that does not hold; `null` when all do. */
  readonly failure: Failure | null
  readonly story: Story
  /** Not all steps were tried, because nobody wants to know any more. */
  readonly cancelled: boolean
}

export interface RunStepsOptions {
  readonly world: WorldOptions
  /** Done before the steps, untested. */
  readonly before?: Story
  /** Ends the run between two steps. */
  readonly signal?: AbortSignal | undefined
}

/** Does steps one after the other in a fresh world, and compares, until one does not hold. */
export async function runSteps(
  steps: readonly Step[],
  program: Program,
  open: WorldRunner,
  { world: options, before = [], signal }: RunStepsOptions,
): Promise<StepsRun> {
  const world = await open(program, options)
  const walk = new Walk(world)
  try {
    if (before.length > 0) await walk.act(before)
    for (const group of groupsOf(steps)) {
      if (signal?.aborted) return walk.result(null, true)
      const failure = await walk.take(group)
      if (failure) return walk.result(failure)
    }
    return walk.result(null)
  } finally {
    await world.end()
  }
}

/** One way through the steps: what was done, what is known, and the log that it is read from. */
class Walk {
  readonly #world: OpenWorld
  #log: Log = emptyLog()
  #story: Story = []
  #captures: Captures = new Map()

  constructor(world: OpenWorld) {
    this.#world = world
    this.#log = this.#log.append(world.log)
  }

  result(failure: Failure | null, cancelled = false): StepsRun {
    return { captures: this.#captures, failure, story: this.#story, cancelled }
  }

  async act(actions: Story): Promise<readonly Event[]> {
    await this.#world.act(...actions)
    // Not what `act` gave: something may have been logged between two actions, and a log has no gaps.
    const events = this.#world.log.slice(this.#log.length)
    this.#story = [...this.#story, ...actions]
    this.#log = this.#log.append(events)
    return events
  }

  /** Does what a group of steps says, and gives the first of them that does not hold. */
  async take(group: Group): Promise<Failure | null> {
    const actions = group.flatMap(({ step }) => actionsOf(step, this.#captures))
    const ready = withVisitors(actions, this.#story)
    let action = this.#story.length + ready.length - actions.length
    const events = actions.length > 0 ? await this.act(ready) : []
    for (const { step, index } of group) {
      const impossible = this.#impossible(step, events, action)
      const answer = step.type === 'transcript' ? answerTo(action, this.#log, step.transcript.follow) : null
      const { captures, mismatches } = impossible ?? this.#compare(step, answer)
      this.#captures = captures
      if (mismatches.length > 0) return this.#failure(step, index, answer, mismatches)
      action += actionsOf(step, captures).length
    }
    return null
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

  #failure(step: Step, index: number, answer: Answer | null, mismatches: readonly Mismatch[]): Failure {
    return {
      step: index,
      line: lineOf(step),
      request: step.type === 'transcript' ? fillIn(step.transcript.requestText, this.#captures) : null,
      answer,
      mismatches,
      story: this.#story,
      faults: faultsAt(this.#log, this.#log.length).toArray(),
    }
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
