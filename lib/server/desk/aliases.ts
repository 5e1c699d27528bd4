import { z } from 'zod'
import { HISTORY, type SafeDisk } from '@/lib/server/desk/safe-disk'

/** Former slugs, each with the one that took its place. */
export type Aliases = Readonly<Record<string, string>>

const PATH = `${HISTORY}/aliases.json`
const schema = z.record(z.string(), z.string())

export async function readAliases(disk: SafeDisk): Promise<Aliases> {
  try {
    const parsed = schema.safeParse(JSON.parse((await disk.read(PATH)) ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    // A person may have edited it.
    return {}
  }
}

/** From now on, who asks for `from` gets `to`. A slug that is in use again is no former one. */
export async function addAlias(disk: SafeDisk, from: string, to: string): Promise<void> {
  const before = await readAliases(disk)
  const moved = Object.entries(before).map(([old, now]) => [old, now === from ? to : now] as const)
  const after = Object.fromEntries([...moved, [from, to] as const].filter(([old]) => old !== to))
  await disk.write(PATH, JSON.stringify(after, null, 2))
}
