import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Program } from '@/lib/engine/story/program'
import type { RunEnd } from '@/lib/runtime/client'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'

/** A worker that only takes down what it is told. */
class FakeWorker {
  static readonly all: FakeWorker[] = []
  readonly received: ToWorker[] = []
  terminated = false
  onmessage: ((event: { data: FromWorker }) => void) | null = null
  onerror: unknown
  constructor() {
    FakeWorker.all.push(this)
  }
  postMessage(message: ToWorker) {
    this.received.push(message)
  }
  terminate() {
    this.terminated = true
  }
}

const options = { seed: 's', epoch: 0, watch: [] }
const plain: Program = { entry: 'server.js', files: { 'server.js': "require('express')" } }
const needy: Program = { entry: 'server.js', files: { 'server.js': "require('redis')" } }

/** A client in a page of its own, whose server answers with `respond`. */
async function client(respond: () => Promise<Response>) {
  vi.resetModules()
  vi.stubGlobal('fetch', vi.fn(respond))
  const { createRuntimeClient } = await import('@/lib/runtime/browser')
  const made = createRuntimeClient()
  const ends: RunEnd[] = []
  const listener = { onEvents() {}, onIdle() {}, onEnd: (end: RunEnd) => ends.push(end) }
  return { run: (program: Program) => made.run(program, [], options, listener), ends, dispose: () => made.dispose() }
}

beforeEach(() => {
  FakeWorker.all.length = 0
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('requestAnimationFrame', (paint: (now: number) => void) => {
    paint(0)
    return 1
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('a run in a page', () => {
  it('of the core set starts at once', async () => {
    const { run, dispose } = await client(async () => new Response('', { status: 503 }))
    run(plain)
    expect(FakeWorker.all[0]?.received).toMatchObject([{ type: 'run', chunks: {} }])
    dispose()
  })

  it('waits for its chunks; what is asked meanwhile follows', async () => {
    const { run, dispose } = await client(async () => new Response('the chunk'))
    run(needy).act({ type: 'restart' })
    const worker = FakeWorker.all[0]
    expect(worker?.received).toEqual([])
    await vi.waitFor(() => expect(worker?.received).toHaveLength(2))
    expect(worker?.received).toMatchObject([{ type: 'run', chunks: { 'redis-6': 'the chunk' } }, { type: 'act' }])
    run(needy)
    expect(FakeWorker.all[1]?.received).toHaveLength(1)
    expect(fetch).toHaveBeenCalledTimes(1)
    dispose()
  })

  it('says so when a chunk can not be had', async () => {
    const { run, ends, dispose } = await client(async () => new Response('', { status: 503 }))
    run(needy)
    await vi.waitFor(() => expect(ends).toHaveLength(1))
    expect(ends).toMatchObject([{ type: 'unreachable', message: expect.stringMatching(/redis-6.*503/) }])
    expect(FakeWorker.all[0]?.terminated).toBe(true)
    dispose()
  })

  it('is not blamed for the time that its worker took to load', async () => {
    const { run, ends, dispose } = await client(async () => new Response('', { status: 503 }))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    run(plain)
    vi.advanceTimersByTime(20_000)
    FakeWorker.all[0]?.onmessage?.({ data: { type: 'ready' } })
    vi.advanceTimersByTime(4000)
    expect(ends).toEqual([])
    vi.advanceTimersByTime(1000)
    expect(ends).toEqual([{ type: 'unresponsive' }])
    dispose()
  })

  it('in a worker that had loaded before is watched from the start', async () => {
    const { run, ends, dispose } = await client(async () => new Response('', { status: 503 }))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    FakeWorker.all[0]?.onmessage?.({ data: { type: 'ready' } })
    run(plain)
    vi.advanceTimersByTime(5000)
    expect(ends).toEqual([{ type: 'unresponsive' }])
    dispose()
  })

  it('says so when its worker never loads', async () => {
    const { run, ends, dispose } = await client(async () => new Response('', { status: 503 }))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    run(plain)
    vi.advanceTimersByTime(60_000)
    expect(ends).toMatchObject([{ type: 'unreachable' }])
    dispose()
  })

  it('has the next worker warm up once its first work is on the screen', async () => {
    const { run, dispose } = await client(async () => new Response('', { status: 503 }))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    run(plain)
    FakeWorker.all[0]?.onmessage?.({ data: { type: 'idle', actions: 0 } })
    expect(FakeWorker.all).toHaveLength(1)
    vi.advanceTimersByTime(0)
    expect(FakeWorker.all).toHaveLength(2)
    expect(FakeWorker.all[1]?.received).toEqual([{ type: 'expect', chunks: {} }])
    dispose()
    expect(FakeWorker.all[1]?.terminated).toBe(true)
  })

  it('that was stopped meanwhile never starts', async () => {
    const { run, ends, dispose } = await client(async () => new Response('the chunk'))
    run(needy).stop()
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
    await new Promise(setImmediate)
    expect(FakeWorker.all[0]?.received).toEqual([])
    expect(ends).toEqual([])
    dispose()
  })
})
