import type { Lesson, Task } from '@/lib/lessons/model'
import { tasksOf } from '@/lib/lessons/steps'

/** What a task is to the page: enough to name it and to prove it, without its prose. */
export type PlaygroundTask = Pick<Task, 'id' | 'title' | 'proof' | 'laws'>

/** What the client root of a lesson is given: plain data, small enough for the first payload. */
export type PlaygroundLesson = Pick<
  Lesson,
  'slug' | 'number' | 'locale' | 'title' | 'start' | 'options' | 'focusLine' | 'panels'
> & {
  readonly tasks: readonly PlaygroundTask[]
}

/** A lesson as data for the browser: its text goes there rendered, its other programs when they are asked for. */
export function playgroundLesson(lesson: Lesson): PlaygroundLesson {
  const { locale, slug, number, title, start, options, focusLine, panels, blocks } = lesson
  const tasks = tasksOf(blocks).map(({ id, title, proof, laws }) => ({ id, title, proof, laws }))
  return { locale, slug, number, title, start, options, focusLine, panels, tasks }
}
