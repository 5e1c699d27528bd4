import { expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import type { Lesson } from '@/lib/lessons/model'
import { playgroundLesson } from '@/lib/playground/lesson-props'

function lesson(actions: readonly Action[], more: Partial<Lesson> = {}): Lesson {
  return {
    slug: 'stores',
    number: 7,
    locale: 'en',
    title: 't',
    summary: 's',
    panels: [],
    home: '/',
    focusLine: null,
    options: { seed: '', epoch: 0, watch: [] },
    start: { files: {}, entry: 'server.js' },
    solutions: {},
    wrong: {},
    blocks: [{ type: 'actions', actions, line: 1 }],
    ...more,
  }
}

test.each<[Action, boolean]>([
  [{ type: 'restart' }, false],
  [{ type: 'restart', server: 'server-2' }, true],
  [{ type: 'add-server' }, true],
  [{ type: 'balance', by: 'sticky' }, true],
])('a lesson with %j is about several servers: %s', (action, several) => {
  expect(playgroundLesson(lesson([action])).severalServers).toBe(several)
})

test('so is one that starts with several, or that needs them for a proof', () => {
  const options = { seed: '', epoch: 0, watch: [], servers: 2 }
  expect(playgroundLesson(lesson([], { options })).severalServers).toBe(true)
  const proof = [{ type: 'actions', actions: [{ type: 'add-server' }], line: 2 }] as const
  const task = { type: 'task', line: 1, id: 'a', title: 'A', blocks: [], proof, laws: [] } as const
  expect(playgroundLesson(lesson([], { blocks: [task] })).severalServers).toBe(true)
})
