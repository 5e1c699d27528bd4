import type { HttpRequest } from '@/lib/engine/http/message'
import type { Machine } from '@/lib/engine/network/machine'
import type { Story, VisitorId } from '@/lib/engine/story/action'
import type { Event, EventOf, EventType, Impossible } from '@/lib/engine/trace/event'
import { World } from '@/lib/engine/world'

/** The epoch of worlds in the engine's tests. */
export const EPOCH = Date.UTC(2026, 8, 1, 8, 0, 0)

/** The Set-Cookie lines that a test's server answers a request with. */
export type Answers = (request: HttpRequest) => readonly string[]

/** A world whose one server, on port 9090, is a function: what visitors do, without any package. */
export async function worldOf(story: Story, answers: Answers = () => []): Promise<TestRun> {
  const events: Event[] = []
  const world = new World(
    { seed: 'test', epoch: EPOCH, watch: [] },
    (event) => events.push(event),
    () => machineOf(answers),
  )
  await world.open()
  await world.run(story)
  return new TestRun(world, events)
}

/** A world that has run, and what its log says. */
export class TestRun {
  readonly world: World
  readonly events: readonly Event[]

  constructor(world: World, events: readonly Event[]) {
    this.world = world
    this.events = events
  }

  only<T extends EventType>(type: T): EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type)
  }

  /** What came of each action: `null` when it was done, else why not. */
  outcomes(): (Impossible | null)[] {
    return this.only('action-ended').map((event) => (event.outcome === 'done' ? null : event.reason))
  }

  /** A visitor's jar as `name=value`, in its order. */
  jar(visitor: VisitorId): string[] {
    const cookies = this.world.visitors.get(visitor)?.jar.all() ?? []
    return cookies.map(({ name, value }) => `${name}=${value}`)
  }

  /** The requests' values of a header, `null` where it was not sent. */
  sent(header: string): (string | null)[] {
    return this.only('request-sent').map(
      ({ request }) => request.headers.find(([name]) => name.toLowerCase() === header.toLowerCase())?.[1] ?? null,
    )
  }

  /** The rules of the decisions about cookies that the last action led to. */
  lastRules(): string[] {
    const last = this.events.at(-1)?.action
    return this.only('cookie').flatMap(({ action, decision }) => (action === last ? [decision.because.rule] : []))
  }
}

function machineOf(answers: Answers): Machine {
  return {
    start() {},
    restart: () => null,
    addServer: () => 'too-many-servers',
    stopServer: () => 'no-server',
    balance() {},
    crashInNextWrite() {},
    writeFile: () => 'bad-path',
    redis: { up: true, start() {}, stop() {}, command() {} },
    ports: () => [9090],
    choose: (port) => (port === 9090 ? 1 : null),
    deliver(_process, _port, request, _caller, answer) {
      const headers = answers(request).map((line) => ['Set-Cookie', line] as const)
      answer.head({ status: 200, reason: 'OK', headers })
      answer.end()
    },
    nextExpiry: () => null,
    abandon() {},
    async drain() {},
    async rest() {},
    async turn() {},
    aside: (run) => run(),
    recover: () => false,
    beginAction() {},
  }
}
