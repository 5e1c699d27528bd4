import type { Action, Story } from '@/lib/engine/story/action'
import type { Program, WorldOptions } from '@/lib/engine/story/program'
import type { Event } from '@/lib/engine/trace/event'
import { assets, NodeWorker, readAsset } from '@/lib/runtime/node-worker'
import { type Chunks, chunksFor } from '@/lib/runtime/packages/chunks'

/** A world that runs under Node, from the same bundle that browsers run. */
export interface NodeWorld {
  /** Does actions, the later ones beside the earlier where they carry a moment. Resolves with what was logged meanwhile. */
  act(...actions: Action[]): Promise<readonly Event[]>
  /** Ends the worker. */
  end(): Promise<void>
  /** Everything logged so far. */
  readonly log: readonly Event[]
}

/** The chunks that a program needs, from the disk. */
export async function readChunks(program: Program): Promise<Chunks> {
  const { chunks } = assets()
  const read = chunksFor(program).map(async (name) => [name, await readAsset(chunks[name] ?? `/runtime/${name}.js`)])
  return Object.fromEntries(await Promise.all(read))
}

/** Milliseconds of real time after which a program is given up. */
const WALL_TIME = 20_000

/**
 * Opens a world and starts its program. Rejects when the runtime itself fails.
 * `wallTime` ends a worker that never comes back (milliseconds of real time, default 20 s for one call of `act`).
 */
export async function openWorld(program: Program, options: WorldOptions, wallTime = WALL_TIME): Promise<NodeWorld> {
  const worker = new NodeWorker(await readAsset(assets().worker))
  return openIn(worker, program, options, wallTime, () => worker.end())
}

/**
 * Opens worlds one after the other, or several at a time, in workers that serve again once their world has ended: what
 * a program may leave behind goes as it goes when a server is restarted. A worker whose program had a fault is not used
 * again. Idle workers keep nothing alive.
 */
export function openWorlds(): (program: Program, options: WorldOptions) => Promise<NodeWorld> {
  const idle: NodeWorker[] = []
  let bundle: Promise<string> | null = null
  return async (program, options) => {
    bundle ??= readAsset(assets().worker)
    const worker = idle.pop() ?? new NodeWorker(await bundle)
    worker.hold(true)
    return openIn(worker, program, options, WALL_TIME, async (log) => {
      if (log.some((event) => event.type === 'fault') || !(await isClean(worker))) return worker.end()
      worker.hold(false)
      idle.push(worker)
    })
  }
}

async function isClean(worker: NodeWorker): Promise<boolean> {
  try {
    await worker.ask({ type: 'reset' }, WALL_TIME)
    return true
  } catch {
    return false
  }
}

async function openIn(
  worker: NodeWorker,
  program: Program,
  options: WorldOptions,
  wallTime: number,
  end: (log: readonly Event[]) => Promise<void>,
): Promise<NodeWorld> {
  const log: Event[] = []
  worker.writeTo(log)
  try {
    await worker.ask({ type: 'run', program, options, story: [], chunks: await readChunks(program) }, wallTime)
    worker.shareCode()
  } catch (error) {
    await worker.end()
    throw error
  }
  return {
    log,
    async act(...actions) {
      const from = log.length
      await worker.ask({ type: 'act', actions }, wallTime)
      return log.slice(from)
    },
    end: () => end(log),
  }
}

/** Runs a whole story in a world of its own and gives its log. */
export async function runStory(program: Program, story: Story, options: WorldOptions): Promise<readonly Event[]> {
  const world = await openWorld(program, options)
  try {
    if (story.length > 0) await world.act(...story)
    return world.log
  } finally {
    await world.end()
  }
}
