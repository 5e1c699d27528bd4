import { cp, mkdtemp, readdir, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { streamLabel } from '@/lib/engine/random'
import type { Event, ExchangeFailure, ProcessId } from '@/lib/engine/trace/event'
import { type Answer, exchangesOf } from '../exchanges'
import type { Moment } from './messages'
import { ServerProcess } from './server-process'

/** What real Node needs to know of a world besides its log. */
export interface NodeOptions {
  /** The program's folder and the file to start in it. */
  readonly folder: string
  readonly entry: string
  readonly seed: string
  readonly epoch: number
}

/** Failures that are the visitor's own doing: no server is asked. */
const NEVER_SENT: readonly ExchangeFailure[] = ['unknown-host', 'bad-url', 'too-many-redirects']

/**
 * Sends what a world's visitors sent, byte for byte and at the same moments, to the same program on real Node,
 * and starts it anew where the world did. One answer for each exchange of the log; `null` for requests
 * that never left for a server.
 */
export async function answerOnNode(log: readonly Event[], options: NodeOptions): Promise<readonly (Answer | null)[]> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'barbershop-node-')))
  const running: { process: ServerProcess; id: ProcessId | null } = {
    process: await start(home, log, 1, options),
    id: 1,
  }
  try {
    const answers: (Answer | null)[] = []
    for (const { url, process, stream, request, sent, answer } of exchangesOf(log)) {
      if (answer.failure !== null && NEVER_SENT.includes(answer.failure)) {
        answers.push(null)
        continue
      }
      if (process !== null && process !== running.id) {
        await running.process.end()
        Object.assign(running, { process: await start(home, log, process, options), id: process })
      }
      const moment = momentOf(options.seed, running.id ?? 0, stream, sent)
      answers.push(await running.process.answer(Number(url.port), request, moment))
    }
    return answers
  } finally {
    await running.process.end()
    await rm(home, { recursive: true, force: true })
  }
}

async function start(home: string, log: readonly Event[], id: ProcessId, options: NodeOptions): Promise<ServerProcess> {
  const folder = join(home, 'app')
  if (id === 1) await furnish(home, folder, options)
  const own = log.filter((event) => 'process' in event && event.process === id)
  const started = own.find((event) => event.type === 'process-started')?.at ?? options.epoch
  const moment = momentOf(options.seed, id, 'main', started)
  const process = new ServerProcess(folder, join(folder, options.entry), join(home, 'preload.cjs'), moment)
  await process.listening(own.flatMap((event) => (event.type === 'listening' ? [event.port] : [])))
  return process
}

/** The program's folder as a world has it: every file as old as the world, the packages within reach. */
async function furnish(home: string, folder: string, options: NodeOptions): Promise<void> {
  await cp(options.folder, folder, { recursive: true })
  const age = new Date(options.epoch)
  for (const path of await readdir(folder, { recursive: true })) await utimes(join(folder, path), age, age)
  await symlink(join(process.cwd(), 'node_modules'), join(home, 'node_modules'))
  preload ??= bundlePreload()
  await writeFile(join(home, 'preload.cjs'), preload)
}

let preload: string | null = null

/** The preload as one CommonJS file: `--require` takes nothing else. */
function bundlePreload(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'preload.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

function momentOf(seed: string, id: ProcessId, exchange: string, now: number): Moment {
  return { now, math: streamLabel(seed, id, exchange, 'math'), crypto: streamLabel(seed, id, exchange, 'crypto') }
}
