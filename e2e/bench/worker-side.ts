import type { Page } from '@playwright/test'
import type { Action } from '@/lib/engine/story/action'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'
import { CARD, EPOCH } from './programs'

const first: Action = { type: 'new-visitor', visitor: 'alice', url: '/' }
const again: Action = { type: 'visit', visitor: 'alice', method: 'GET', url: '/' }
const run: ToWorker = {
  type: 'run',
  program: CARD,
  story: [first],
  options: { seed: 'bench', epoch: EPOCH, watch: ['sessions'] },
  chunks: {},
}

/** Milliseconds from `new Worker` to the first complete answer of the listing. */
export function workerFirstResponse(page: Page, address: string): Promise<number> {
  return page.evaluate(
    ([url, message]) =>
      new Promise<number>((done) => {
        const start = performance.now()
        const worker = new Worker(url)
        worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
          if (data.type !== 'idle') return
          done(performance.now() - start)
          worker.terminate()
        }
        worker.postMessage(message)
      }),
    [address, run] as const,
  )
}

/** Milliseconds an exchange with full tracing, over `count` of them, every event received by the page. */
export function workerExchange(page: Page, address: string, count: number): Promise<number> {
  const warm: ToWorker = { type: 'act', actions: Array<Action>(count / 4).fill(again) }
  const measured: ToWorker = { type: 'act', actions: Array<Action>(count).fill(again) }
  return page.evaluate(
    async ([url, ...messages]) => {
      const worker = new Worker(url)
      let events = 0
      let taken = 0
      for (const message of messages) {
        const start = performance.now()
        await new Promise<void>((done) => {
          worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
            if (data.type === 'events') events += data.events.length
            if (data.type === 'idle') done()
          }
          worker.postMessage(message)
        })
        taken = performance.now() - start
      }
      worker.terminate()
      const sent = messages.at(-1)
      if (events === 0 || sent?.type !== 'act') throw new Error('nothing was traced')
      return taken / sent.actions.length
    },
    [address, run, warm, measured] as const,
  )
}
