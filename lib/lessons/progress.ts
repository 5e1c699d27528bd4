/** How far a student is. It only ever grows, so two of them can be put together without asking which is newer. */
export interface Progress {
  /** Ids of the tasks that are done and of the named questions that were answered, by the slug of their lesson. */
  readonly done: Readonly<Record<string, readonly string[]>>
  /** How many steps of a lesson's text were done at most, by the slug of the lesson. */
  readonly steps: Readonly<Record<string, number>>
}

export const NO_PROGRESS: Progress = { done: {}, steps: {} }

/** A name that a lesson, a task or a question can have; what else comes in from outside is none. */
const NAME = /^[a-z0-9][a-z0-9-]{0,59}$/
/** Lessons, tasks and questions of a lesson, and steps of a lesson beyond which somebody is playing tricks. */
const MOST = { lessons: 200, tasks: 50, steps: 1000 } as const

/** Takes what is sound of a value of unknown origin; anything else is as good as nothing. */
export function progressIn(value: unknown): Progress {
  if (typeof value !== 'object' || value === null) return NO_PROGRESS
  const done = entriesOf('done' in value ? value.done : null).flatMap(([slug, tasks]): [string, string[]][] => {
    const names = Array.isArray(tasks) ? [...new Set(tasks.filter(isName))].slice(0, MOST.tasks) : []
    return names.length === 0 ? [] : [[slug, names]]
  })
  const steps = entriesOf('steps' in value ? value.steps : null).flatMap(([slug, count]): [string, number][] =>
    Number.isInteger(count) && Number(count) > 0 ? [[slug, Math.min(Number(count), MOST.steps)]] : [],
  )
  return { done: Object.fromEntries(done), steps: Object.fromEntries(steps) }
}

function entriesOf(value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .filter(([slug]) => NAME.test(slug))
    .slice(0, MOST.lessons)
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value)
}

/** Both together: every task that is done in one of them, and the further one's steps. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const done = { ...a.done }
  for (const [slug, tasks] of Object.entries(b.done)) done[slug] = [...new Set([...doneTasks(a, slug), ...tasks])]
  const steps = { ...a.steps }
  for (const [slug, count] of Object.entries(b.steps)) steps[slug] = Math.max(stepsDone(a, slug), count)
  return { done, steps }
}

export function withDone(progress: Progress, slug: string, task: string): Progress {
  const done = doneTasks(progress, slug)
  return done.includes(task) ? progress : { ...progress, done: { ...progress.done, [slug]: [...done, task] } }
}

export function withSteps(progress: Progress, slug: string, count: number): Progress {
  return stepsDone(progress, slug) >= count ? progress : { ...progress, steps: { ...progress.steps, [slug]: count } }
}

export function doneTasks({ done }: Progress, slug: string): readonly string[] {
  return Object.hasOwn(done, slug) ? (done[slug] ?? []) : []
}

export function stepsDone({ steps }: Progress, slug: string): number {
  return Object.hasOwn(steps, slug) ? (steps[slug] ?? 0) : 0
}

/** Of the tasks that a lesson has today, how many are done: it may have had others before. */
export function countDone(progress: Progress, slug: string, tasks: readonly string[]): number {
  const done = new Set(doneTasks(progress, slug))
  return tasks.filter((task) => done.has(task)).length
}

/** The same, with what was done in lessons that have another slug now counted for those. `now` by the former slug. */
export function underNewSlugs(progress: Progress, now: Readonly<Record<string, string>>): Progress {
  let moved = progress
  for (const [former, slug] of Object.entries(now)) {
    for (const task of doneTasks(progress, former)) moved = withDone(moved, slug, task)
    moved = withSteps(moved, slug, stepsDone(progress, former))
  }
  return moved
}

export function isNothing({ done, steps }: Progress): boolean {
  return Object.keys(done).length === 0 && Object.keys(steps).length === 0
}
