import { z } from 'zod'
import { DiskError } from '@/lib/server/desk/disk-error'
import { HISTORY, SafeDisk } from '@/lib/server/desk/safe-disk'

/** What was signed out. A seal can't be taken back, so it is written down which ones count no more. */
export interface Revoked {
  /** Ids of seals, each with the moment its seal ends by itself, in milliseconds since the Unix epoch. */
  readonly ids: Readonly<Record<string, number>>
  /** Seals made before this moment count no more. */
  readonly before: number
}

const schema = z.object({ ids: z.record(z.string(), z.number()), before: z.number() })
const PATH = `${HISTORY}/signed-out.json`
const NONE: Revoked = { ids: {}, before: 0 }

declare global {
  /**
   * What a disk that can't be written to could not take; it holds as long as the process. Global, because Next gives
   * pages and route handlers a copy of every module each.
   */
  var barbershopSignedOut: Revoked | undefined
}

export async function readRevoked(root: string): Promise<Revoked> {
  return together(await onDisk(root), globalThis.barbershopSignedOut ?? NONE)
}

/** Writes down one more, and forgets those whose seals have ended. */
export async function revoke(root: string, more: Revoked, now: number): Promise<void> {
  const all = together(await readRevoked(root), more)
  const current = { ...all, ids: Object.fromEntries(Object.entries(all.ids).filter(([, until]) => until > now)) }
  try {
    await new SafeDisk(root).write(PATH, JSON.stringify(current))
  } catch {
    globalThis.barbershopSignedOut = current
  }
}

async function onDisk(root: string): Promise<Revoked> {
  try {
    const parsed = schema.safeParse(JSON.parse((await new SafeDisk(root).read(PATH)) ?? ''))
    return parsed.success ? parsed.data : NONE
  } catch (error) {
    // A link in the way is somebody's attempt to lead us elsewhere.
    if (error instanceof DiskError) throw error
    return NONE
  }
}

function together(a: Revoked, b: Revoked): Revoked {
  return { ids: { ...a.ids, ...b.ids }, before: Math.max(a.before, b.before) }
}
