import type { Lesson, Task } from '@/lib/lessons/model'

/** What a task is to the page: enough to name it and to prove it, without its prose. */
export type PlaygroundTask = Pick<Task, 'id' | 'title' | 'proof' | 'laws'>

/** What the client root of a lesson is given: plain data, small enough for the first payload. */
export type PlaygroundLesson = Pick<
  Lesson,
  'slug' | 'number' | 'locale' | 'title' | 'start' | 'options' | 'focusLine' | 'panels'
> & {
  readonly tasks: readonly PlaygroundTask[]
}
