import type { Lesson } from '@/lib/lessons/model'

/** What the course's page needs of a lesson. */
export type HomeLesson = Pick<Lesson, 'slug' | 'number' | 'title' | 'summary'> & {
  /** Ids of its tasks, in order. */
  readonly tasks: readonly string[]
}

/** The sections of the course, by number; a lesson belongs to the section whose number its folder bears. */
const SECTIONS = ['1', '2', '3', '4', '5', '6', '7'] as const

/** One line of the course's contents: a lesson, or a section that has none yet. */
export type HomeEntry =
  | { readonly number: string; readonly lesson: HomeLesson }
  | { readonly number: (typeof SECTIONS)[number]; readonly lesson: null }

/** The whole course in order: every lesson (6.1 and 7.2, too), and the sections that are still to come. */
export function homeEntries(lessons: readonly HomeLesson[]): readonly HomeEntry[] {
  const there = lessons.map((lesson) => ({ number: String(lesson.number), lesson }))
  const coming = SECTIONS.filter((section) => !there.some(({ number }) => number === section))
  return [...there, ...coming.map((number) => ({ number, lesson: null }))].sort(
    (a, b) => Number(a.number) - Number(b.number),
  )
}
