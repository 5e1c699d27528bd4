import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Story } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Event } from '@/lib/engine/trace/event'
import { readChunks } from '@/lib/runtime/node'
import type { FromWorker, ToWorker } from '@/lib/runtime/protocol'

const { worker: address }: { worker: string } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../lib/runtime/generated/assets.json'), 'utf8'),
)

/**
 * Runs a story in the worker that students' browsers run, over its own protocol, from a page of ours.
 * Gives the whole log; throws when the worker breaks.
 */
export async function runInWorker(
  page: Page,
  program: Program,
  story: Story,
  options: WorldOptions,
): Promise<readonly Event[]> {
  const first: ToWorker = { type: 'run', program, story, options, chunks: await readChunks(program) }
  return page.evaluate(
    ([url, message]) =>
      new Promise<readonly Event[]>((resolve, reject) => {
        const worker = new Worker(url)
        const log: Event[] = []
        worker.onerror = (event) => reject(new Error(event.message || 'the worker ended'))
        worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
          if (data.type === 'events') log.push(...data.events)
          if (data.type === 'broken' || data.type === 'spoilt') reject(new Error(data.message))
          if (data.type !== 'idle') return
          worker.terminate()
          resolve(log)
        }
        worker.postMessage(message)
      }),
    [address, first] as const,
  )
}
