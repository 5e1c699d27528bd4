import type { Lesson } from '@/lib/lessons/model'

/** Programs that are not in the page, because most students never need them. */
export type LessonPrograms = Pick<Lesson, 'solutions' | 'wrong'>

/** @param address where they are: `/zh/lessons/card/programs` */
export async function fetchPrograms(address: string, signal?: AbortSignal): Promise<LessonPrograms> {
  const response = await fetch(address, signal ? { signal } : {})
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.json()
}
