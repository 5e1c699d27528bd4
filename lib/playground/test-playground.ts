import type { Action, Story } from '@/lib/engine/story/action'
import type { Program } from '@/lib/engine/story/program'
import type { Event, EventBody } from '@/lib/engine/trace/event'
import type { PlaygroundLesson } from '@/lib/playground/lesson-props'
import { type KeyValueStorage, workStorage } from '@/lib/playground/persistence'
import { createPlaygroundStore } from '@/lib/playground/store'
import type { RunEnd, RunListener, RuntimeClient } from '@/lib/runtime/client'

/** A lesson with two files, for tests. */
export const LESSON: PlaygroundLesson = {
  slug: 'card',
  number: 3,
  locale: 'en',
  title: 'The card',
  start: { entry: 'server.js', files: { 'server.js': 'original', 'views/user.html': '<p>' } },
  options: { seed: 'seed', epoch: 0, watch: ['sessions'] },
  focusLine: null,
  panels: ['visitors', 'cookie-jar', 'session-table', 'exchanges', 'timeline'],
  home: '/',
  tasks: [],
  severalServers: false,
}

/** One run of the fake client: what it was given, and a hand on what it reports. */
export class FakeRun {
  readonly acted: Action[] = []
  stopped = false
  #seq = 0

  constructor(
    readonly program: Program,
    readonly story: Story,
    readonly listener: RunListener,
  ) {}

  /** Reports events; `action` is the index of the action that caused them. */
  emit(action: number | null, ...bodies: readonly EventBody[]): void {
    this.listener.onEvents(bodies.map((body): Event => ({ ...body, seq: this.#seq++, at: 0, action })))
  }

  /** The program starts and listens. */
  started(): void {
    this.emit(
      null,
      { type: 'process-started', process: 1, server: 'server.js' },
      { type: 'listening', process: 1, port: 9090 },
    )
  }

  /** The program comes to grief before it listens. */
  failed(): void {
    this.emit(
      null,
      { type: 'process-started', process: 1, server: 'server.js' },
      { type: 'fault', process: 1, exchange: null, fault: 'syntax-error', message: 'Unexpected token' },
      { type: 'process-exited', process: 1, server: 'server.js', code: 1, cause: 'fault' },
    )
  }

  /** Everything given so far is done. */
  idle(): void {
    this.listener.onIdle(this.story.length + this.acted.length)
  }

  end(end: RunEnd): void {
    this.listener.onEnd(end)
  }
}

/** A mounted playground over a fake client and a storage in memory. */
export function openPlayground(kept: Map<string, string> = new Map(), lesson = LESSON) {
  const runs: FakeRun[] = []
  const client: RuntimeClient = {
    run(program, story, _options, listener) {
      const run = new FakeRun(program, story, listener)
      runs.push(run)
      return { act: (...actions) => run.acted.push(...actions), stop: () => (run.stopped = true) }
    },
    dispose() {
      for (const run of runs) run.stopped = true
    },
  }
  const store = createPlaygroundStore({
    lesson,
    client: () => client,
    storage: workStorage('card', () => memoryStorage(kept)),
  })
  const unmount = store.mount()
  return {
    store,
    actions: store.actions,
    state: () => store.state.getState(),
    runs,
    /** The present run. */
    run(): FakeRun {
      const run = runs.at(-1)
      if (!run) throw new Error('nothing ran yet')
      return run
    },
    unmount,
    kept,
  }
}

export function memoryStorage(values: Map<string, string>): KeyValueStorage {
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }
}
