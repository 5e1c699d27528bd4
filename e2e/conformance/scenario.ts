import type { HeaderList } from '@/lib/engine/http/message'
import type { Action, Balancing, ServerName, Story, VisitorId } from '@/lib/engine/story/action'

/** A story against one of the programs, and how each of its exchanges must end on both sides. */
export interface Scenario {
  readonly name: string
  /** Folder under `programs/`. */
  readonly program: string
  /** What its `package.json` names, if not what lies in the folder. */
  readonly dependencies?: Readonly<Record<string, string>>
  /** How many servers run it; default 1. */
  readonly servers?: number
  readonly balancing?: Balancing
  readonly steps: readonly Step[]
}

export interface Step {
  readonly action: Action
  /** Status of each exchange of the action, redirects followed included; 0 where no answer was complete. */
  readonly statuses: readonly number[]
}

/** The moment every scenario begins. */
export const EPOCH = Date.UTC(2026, 10, 23, 8, 0, 0)

/** What a request of a scenario says besides its address. */
export interface Said {
  readonly headers?: HeaderList
  readonly body?: string
  readonly visitor?: VisitorId
}

export const VISITOR = 'alice'

/** A request and the status of its answer, or of the answers along its redirects. */
export function ask(method: string, url: string, statuses: number | readonly number[], said: Said = {}): Step {
  const { headers, body, visitor = VISITOR } = said
  return {
    action: {
      type: 'visit',
      visitor,
      method,
      url,
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body }),
    },
    statuses: typeof statuses === 'number' ? [statuses] : statuses,
  }
}

export function get(url: string, statuses: number | readonly number[] = 200, headers?: HeaderList): Step {
  return ask('GET', url, statuses, headers ? { headers } : {})
}

/** A request with a body of the given content type. */
export function send(
  method: string,
  url: string,
  statuses: number | readonly number[],
  type: string,
  body: string,
): Step {
  return ask(method, url, statuses, { headers: [['Content-Type', type]], body })
}

/** Time passes between two requests. Milliseconds. */
export function pass(advance: number): Step {
  return { action: { type: 'clock', advance }, statuses: [] }
}

export function restart(server?: ServerName): Step {
  return { action: { type: 'restart', ...(server === undefined ? {} : { server }) }, statuses: [] }
}

/** Something that a person does and nobody answers. */
export function by(action: Action): Step {
  return { action, statuses: [] }
}

/** Another visitor comes, with a jar of its own. */
export function enter(visitor: VisitorId): Step {
  return { action: { type: 'new-visitor', visitor }, statuses: [] }
}

/** The scenario's actions after the arrival of its first visitor. */
export function storyOf(scenario: Scenario): Story {
  return [{ type: 'new-visitor', visitor: VISITOR }, ...scenario.steps.map((step) => step.action)]
}
