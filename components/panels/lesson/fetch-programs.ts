import type { Lesson } from '@/lib/lessons/model'

/** Programs that are not in the page, because most students never need them. */
export type LessonPrograms = Pick<Lesson, 'solutions' | 'wrong'>

/** @param path where the lesson's page is, without a language's other pages: `/zh/lessons/card` */
export async function fetchPrograms(path: string, signal?: AbortSignal): Promise<LessonPrograms> {
  const response = await fetch(`${path}/programs`, signal ? { signal } : {})
  if (!response.ok) throw new Error(`${path}/programs: ${response.status}`)
  return response.json()
}
