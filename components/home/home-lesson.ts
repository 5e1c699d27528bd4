import type { Lesson } from '@/lib/lessons/model'

/** What the course's page needs of a lesson. */
export type HomeLesson = Pick<Lesson, 'slug' | 'number' | 'title' | 'summary'> & {
  /** Ids of its tasks, in order. */
  readonly tasks: readonly string[]
}

/** The sections of the course, by number; a lesson belongs to the section whose number its folder bears. */
export const SECTIONS = ['1', '2', '3', '4', '5', '6', '7'] as const
