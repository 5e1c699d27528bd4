import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DiskError, isMissing, isThere } from '@/lib/server/desk/disk-error'

/** A lock that is older belongs to nobody: saving takes a fraction of a second. Milliseconds. */
const ABANDONED = 10_000
/** How long to wait for somebody else's, and how often to look. Milliseconds. */
const PATIENCE = 5_000
const LOOK = 25

const queues = new Map<string, Promise<unknown>>()

/**
 * Does one thing at a time for a lock's path: within this process by a queue, between processes that share the disk
 * by a file that only one of them can make.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(path) ?? Promise.resolve()
  const mine = before.then(() => locked(path, work))
  const settled = mine.catch(() => {})
  queues.set(path, settled)
  try {
    return await mine
  } finally {
    if (queues.get(path) === settled) queues.delete(path)
  }
}

async function locked<T>(path: string, work: () => Promise<T>): Promise<T> {
  const owner = `${hostname()} ${process.pid} ${randomUUID()}`
  await mkdir(dirname(path), { recursive: true })
  await acquire(path, owner)
  try {
    return await work()
  } finally {
    // Somebody may have taken an abandoned lock over: theirs stays.
    if ((await readFile(path, 'utf8').catch(() => '')) === owner) await rm(path, { force: true })
  }
}

async function acquire(path: string, owner: string): Promise<void> {
  for (let waited = 0; ; waited += LOOK) {
    if (await make(path, owner)) return
    if (await isAbandoned(path)) await takeAway(path)
    else if (waited >= PATIENCE) throw new DiskError('busy')
    else await pause(LOOK)
  }
}

async function make(path: string, owner: string): Promise<boolean> {
  const handle = await open(path, 'wx').catch((error: unknown) => {
    if (isThere(error)) return null
    throw error
  })
  if (handle === null) return false
  try {
    await handle.writeFile(owner)
    return true
  } catch (error) {
    // A full disk takes the file and not its text: what nobody holds must not keep others waiting.
    await rm(path, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  try {
    const [host, pid] = (await readFile(path, 'utf8')).split(' ')
    if (host === hostname() && pid !== undefined && !isRunning(Number(pid))) return true
    return Date.now() - (await stat(path)).mtimeMs > ABANDONED
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Moves an abandoned lock out of the way. If somebody else did so first and made their own meanwhile, that one is put back. */
async function takeAway(path: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (isMissing(error)) return
    throw error
  }
  if (await isAbandoned(aside)) await rm(aside, { force: true })
  else await rename(aside, path)
}
