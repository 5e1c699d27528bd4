import 'server-only'
import { sealData, unsealData } from 'iron-session'
import type { z } from 'zod'
import { settings } from '@/lib/server/settings'

/**
 * Seals a value for a cookie: encrypted and signed with the newest secret (iron-session).
 * @param ttl how long the seal is good for, in seconds
 * @returns `null` when there is no secret to seal with
 */
export async function seal(value: object, ttl: number): Promise<string | null> {
  const [newest] = settings().secrets
  return newest === undefined ? null : sealData(value, { password: newest, ttl })
}

/**
 * Opens a seal with whichever secret made it. Forged, tampered with, too old, made with a secret that is gone, or not of
 * this shape: `null`.
 * @param ttl as it was sealed, in seconds
 */
export async function unseal<T>(sealed: string | undefined, schema: z.ZodType<T>, ttl: number): Promise<T | null> {
  if (!sealed) return null
  for (const password of settings().secrets) {
    const opened = await open(sealed, password, ttl)
    const parsed = schema.safeParse(opened)
    if (parsed.success) return parsed.data
  }
  return null
}

async function open(sealed: string, password: string, ttl: number): Promise<unknown> {
  try {
    return await unsealData(sealed, { password, ttl })
  } catch {
    // iron-session answers a wrong seal with an empty object, and throws at what is no seal at all.
    return null
  }
}
