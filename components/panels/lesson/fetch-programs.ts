import { withBase } from '@/components/ui/base-path'
import type { Lesson } from '@/lib/lessons/model'

/** Programs that are not in the page, because most students never need them. */
export type LessonPrograms = Pick<Lesson, 'solutions' | 'wrong'>

/** Where they are, `/zh/lessons/card/programs` for example, or the programs themselves where they are at hand. */
export type ProgramsSource = string | LessonPrograms

export async function fetchPrograms(source: ProgramsSource, signal?: AbortSignal): Promise<LessonPrograms> {
  if (typeof source !== 'string') return source
  const response = await fetch(withBase(source), signal ? { signal } : {})
  if (!response.ok) throw new Error(`${source}: ${response.status}`)
  return response.json()
}
