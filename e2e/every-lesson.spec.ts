import { readLessons } from '@/lib/cli/read-lessons'
import type { Lesson } from '@/lib/lessons/model'
import { Student } from './every-lesson/student'
import { test } from './support/test'

const course: readonly Lesson[] = (await readLessons('lessons')).flatMap(({ lessons }) => Object.values(lessons))

for (const lesson of course) {
  test(`${lesson.number} ${lesson.slug} (${lesson.locale}), by keyboard alone from start to done`, async ({ page }) => {
    test.setTimeout(180_000)
    const student = new Student(page, lesson)
    await student.open()
    await student.goThrough()
    await student.solve()
    await student.arrive()
  })
}
