import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readLessons } from '@/lib/cli/read-lessons'
import { openWorld, runStory } from '@/lib/runtime/node'
import { comparable } from './comparable'
import { differencesOfLog } from './conformance'
import { exchangesOf } from './exchanges'
import { waysThrough } from './lesson-ways'

const readings = await readLessons(join(import.meta.dirname, '../../lessons'))
// English programs differ in their comments and strings alone.
const lessons = readings.flatMap(({ folder, lessons: { zh } }) => (zh ? [{ folder, lesson: zh }] : []))

/** Exchanges of the course, and those of them that real Node can be asked about. */
const counted = { all: 0, compared: 0 }

// The whole course takes about half a minute on two processors that have nothing else to do.
describe.each(lessons.map((one) => [one.folder, one.lesson] as const))('%s on real Node', (_folder, lesson) => {
  test.concurrent.each(waysThrough(lesson, openWorld, runStory).map((way) => [way.name, way] as const))(
    '%s',
    async (_name, { program, log: go }) => {
      const log = await go()
      const exchanges = exchangesOf(log)
      const { until } = comparable(log)
      counted.all += exchanges.length
      counted.compared += exchanges.filter(({ seq }) => seq < until).length
      expect(exchanges).not.toEqual([])
      expect(await differencesOfLog(program, lesson.options, log)).toEqual([])
    },
    90_000,
  )
})

test('real Node can be asked about nearly all of the course', () => {
  expect(counted.compared).toBeGreaterThan(300)
  expect(counted.compared / counted.all).toBeGreaterThan(0.9)
})
