import type { Action } from '@/lib/engine/story/action'
import type { Lesson, Task } from '@/lib/lessons/model'
import { stepsOf, tasksOf } from '@/lib/lessons/steps'

/** What a task is to the page: enough to name it and to prove it, without its prose. */
export type PlaygroundTask = Pick<Task, 'id' | 'title' | 'proof' | 'laws'>

/** What the client root of a lesson is given: plain data, small enough for the first payload. */
export type PlaygroundLesson = Pick<
  Lesson,
  'slug' | 'number' | 'locale' | 'title' | 'start' | 'options' | 'focusLine' | 'panels' | 'home'
> & {
  readonly tasks: readonly PlaygroundTask[]
  /** It is about more than one server: each can be started, stopped and restarted by itself. */
  readonly severalServers: boolean
}

/** A lesson as data for the browser: its text goes there rendered, its other programs when they are asked for. */
export function playgroundLesson(lesson: Lesson): PlaygroundLesson {
  const { locale, slug, number, title, start, options, focusLine, panels, home, blocks } = lesson
  const tasks = tasksOf(blocks).map(({ id, title, proof, laws }) => ({ id, title, proof, laws }))
  const severalServers = isAboutSeveralServers(lesson)
  return { locale, slug, number, title, start, options, focusLine, panels, home, tasks, severalServers }
}

function isAboutSeveralServers({ options, blocks }: Lesson): boolean {
  const steps = [...stepsOf(blocks), ...tasksOf(blocks).flatMap(({ proof }) => proof)]
  const actions = steps.flatMap((step) => (step.type === 'actions' ? step.actions : []))
  return options.servers !== undefined || actions.some(concernsOneServer)
}

function concernsOneServer(action: Action): boolean {
  switch (action.type) {
    case 'add-server':
    case 'stop-server':
    case 'balance':
      return true
    case 'restart':
      return action.server !== undefined
    default:
      return false
  }
}
