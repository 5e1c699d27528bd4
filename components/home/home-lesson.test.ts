import { expect, it } from 'vitest'
import { type HomeLesson, homeEntries } from '@/components/home/home-lesson'

it('lists every lesson in its place, and the sections that have none', () => {
  const entries = homeEntries([lesson(7.1), lesson(1), lesson(6.1), lesson(6)])
  expect(entries.map((entry) => (entry.lesson ? entry.number : `(${entry.number})`)).join(' ')).toBe(
    '1 (2) (3) (4) (5) 6 6.1 (7) 7.1',
  )
})

function lesson(number: number): HomeLesson {
  return { number, slug: `lesson-${number}`, title: '', summary: '', tasks: [] }
}
