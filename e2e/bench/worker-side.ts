import type { Page } from '@playwright/test'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'
import { firstVisit, type Subject, visits } from './subjects'

/** Where the runtime's files lie. */
export interface Assets {
  readonly worker: string
  readonly chunks: Readonly<Record<string, string>>
}

/** The message that starts a subject, with its chunks fetched: students' pages have them at hand after the first run. */
export async function runOf(page: Page, assets: Assets, subject: Subject): Promise<ToWorker> {
  const addresses = subject.chunks.map((name) => [name, assets.chunks[name] ?? ''] as const)
  const chunks = await page.evaluate(
    async (wanted) =>
      Object.fromEntries(
        await Promise.all(wanted.map(async ([name, address]) => [name, await (await fetch(address)).text()] as const)),
      ),
    addresses,
  )
  const { program, options } = subject
  return { type: 'run', program, story: firstVisit(subject), options, chunks }
}

/** Milliseconds from `new Worker` to the first complete answer. */
export function workerFirstResponse(page: Page, address: string, run: ToWorker): Promise<number> {
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
export function workerExchange(
  page: Page,
  address: string,
  run: ToWorker,
  subject: Subject,
  count: number,
): Promise<number> {
  const warm: ToWorker = { type: 'act', actions: visits(subject, count / 4) }
  const measured: ToWorker = { type: 'act', actions: visits(subject, count) }
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
