import { expect, test } from 'vitest'
import { LESSON } from '@/lib/playground/test-playground'
import { worldRunner } from '@/lib/playground/world-runner'
import type { RunListener, RuntimeClient } from '@/lib/runtime/client'

/** A client whose runs do nothing by themselves. */
function fakeClient() {
  const fake = { listener: null as RunListener | null, acted: 0, stopped: false }
  const client: RuntimeClient = {
    run(_program, _story, _options, listener) {
      fake.listener = listener
      return { act: (...actions) => (fake.acted += actions.length), stop: () => (fake.stopped = true) }
    },
    dispose() {},
  }
  return { fake, client, open: () => worldRunner(client)(LESSON.start, LESSON.options) }
}

const started = { type: 'world-started', seed: '', epoch: 0, seq: 0, at: 7, action: null } as const
const restart = { type: 'restart' } as const

test('a world is open once its program has started, and acts until all it was asked for is done', async () => {
  const { fake, open } = fakeClient()
  const opening = open()
  fake.listener?.onEvents([started])
  fake.listener?.onIdle(0)
  const world = await opening
  expect(world.log).toEqual([started])

  let done = false
  const acting = world.act(restart, restart).then((events) => {
    done = true
    return events
  })
  expect(fake.acted).toBe(2)
  fake.listener?.onIdle(1)
  await Promise.resolve()
  expect(done).toBe(false)
  const ended = { type: 'action-ended', outcome: 'done', seq: 1, at: 7, action: 0 } as const
  fake.listener?.onEvents([ended])
  fake.listener?.onIdle(2)
  expect(await acting).toEqual([ended])
  await world.end()
  expect(fake.stopped).toBe(true)
})

test('a program that brings its worker down is a fault; whatever is asked for afterwards does nothing', async () => {
  const { fake, open } = fakeClient()
  const opening = open()
  fake.listener?.onEvents([started])
  fake.listener?.onEnd({ type: 'unresponsive' })
  const world = await opening
  expect(world.log.at(-1)).toMatchObject({ type: 'fault', fault: 'unresponsive', seq: 1, at: 7 })
  expect(await world.act(restart)).toEqual([])
  expect(fake.acted).toBe(0)
})

test('a mistake of ours is an error', async () => {
  const { fake, open } = fakeClient()
  const opening = open()
  fake.listener?.onEnd({ type: 'broken', message: 'no realm' })
  await expect(opening).rejects.toThrow('no realm')
})
