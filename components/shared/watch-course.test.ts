import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Away, watchCourse } from './watch-course'

/** Answers to the questions, in order; after the last one questions stay open. */
function server(...answers: (string | number)[]) {
  const asked = vi.fn((_address: string, { signal }: { signal: AbortSignal }): Promise<Response> => {
    const answer = answers.shift()
    if (typeof answer === 'string') return Promise.resolve(Response.json({ revision: answer }))
    if (typeof answer === 'number') return Promise.resolve(new Response('', { status: answer }))
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  })
  vi.stubGlobal('fetch', asked)
  return asked
}

const HERE: Away = { hidden: () => false, onShown: () => () => {} }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('asks on while nothing has changed, and tells when something has', async () => {
  const asked = server('a', 'a', 'b')
  const changed = vi.fn()
  const end = watchCourse('/changes', 'a', changed, HERE)
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toHaveBeenCalledTimes(3)
  expect(changed).toHaveBeenCalledOnce()
  end()
})

it('tells once more when the page still is as it was', async () => {
  server('b', 'b')
  const changed = vi.fn()
  const end = watchCourse('/changes', 'a', changed, HERE)
  await vi.advanceTimersByTimeAsync(249)
  expect(changed).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(changed).toHaveBeenCalledTimes(2)
  end()
})

it('leaves a server alone that is away, longer each time', async () => {
  const asked = server(500, 502, 503)
  const end = watchCourse('/changes', 'a', () => {}, HERE)
  await vi.advanceTimersByTimeAsync(2000)
  expect(asked).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(3999)
  expect(asked).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(asked).toHaveBeenCalledTimes(3)
  end()
})

it('asks nothing while nobody looks', async () => {
  const asked = server()
  let hidden = true
  let shown = () => {}
  const end = watchCourse('/changes', 'a', () => {}, {
    hidden: () => hidden,
    onShown: (callback) => {
      shown = callback
      return () => {}
    },
  })
  await vi.advanceTimersByTimeAsync(100_000)
  expect(asked).not.toHaveBeenCalled()
  hidden = false
  shown()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toHaveBeenCalledOnce()
  end()
})

it('ends with the page', async () => {
  const asked = server(500)
  const end = watchCourse('/changes', 'a', () => {}, HERE)
  await vi.advanceTimersByTimeAsync(0)
  end()
  await vi.advanceTimersByTimeAsync(100_000)
  expect(asked).toHaveBeenCalledOnce()
})
