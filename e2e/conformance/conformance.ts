import type { Story } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Event } from '@/lib/engine/trace/event'
import { compare } from './compare'
import { type Exchange, exchangesOf } from './exchanges'
import { loadProgram } from './load-program'
import { answerOnNode } from './node/answer-on-node'
import { EPOCH, type Scenario, storyOf } from './scenario'

/** A way to run a story in a world: in a browser's worker, or under Node from the same bundle. Gives the log. */
export type RunStory = (program: Program, story: Story, options: WorldOptions) => Promise<readonly Event[]>

/**
 * Runs a scenario in a world and then, with the very requests that the world's visitors sent, on real Node.
 * Gives every difference between the answers, and every status that is not the one stated; nothing when all is well.
 */
export async function differences(scenario: Scenario, run: RunStory): Promise<readonly string[]> {
  const { name, servers, balancing } = scenario
  const options: WorldOptions = {
    seed: `conformance ${name}`,
    epoch: EPOCH,
    watch: [],
    ...(servers === undefined ? {} : { servers }),
    ...(balancing === undefined ? {} : { balancing }),
  }
  const program = loadProgram(scenario.program, scenario.dependencies)
  const log = await run(program, storyOf(scenario), options)
  return [...wrongStatuses(scenario, exchangesOf(log)), ...(await differencesOfLog(program, options, log))]
}

/** Sends on real Node what was sent in a world; gives every difference between the answers. */
export async function differencesOfLog(
  program: Program,
  options: WorldOptions,
  log: readonly Event[],
): Promise<readonly string[]> {
  const from = Date.now()
  const { answers, differences } = await answerOnNode(program, options, log)
  const realTime = { from, to: Date.now() }
  const found = exchangesOf(log).flatMap((exchange) => {
    const answer = answers.get(exchange.id)
    const lines = answer ? compare(exchange, answer, realTime) : []
    return lines.map((line) => `#${exchange.id} ${exchange.request.method} ${exchange.request.target}: ${line}`)
  })
  return [...found, ...differences]
}

/** Both sides could be wrong alike: what a scenario states is compared too. */
function wrongStatuses(scenario: Scenario, exchanges: readonly Exchange[]): readonly string[] {
  return scenario.steps.flatMap(({ action, statuses }, index) => {
    // The story begins with the visitor's arrival, which is no step of the scenario.
    const own = exchanges.filter((exchange) => exchange.action === index + 1)
    const seen = own.map(({ answer }) => (answer.failure === null ? (answer.head?.status ?? 0) : 0))
    if (JSON.stringify(seen) === JSON.stringify(statuses)) return []
    return [`${JSON.stringify(action)}: stated ${JSON.stringify(statuses)}, seen ${JSON.stringify(seen)}`]
  })
}
