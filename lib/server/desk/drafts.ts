import { z } from 'zod'
import type { FileMap } from '@/lib/lessons/parse/files'
import { HISTORY, type SafeDisk } from '@/lib/server/desk/safe-disk'

const draftSchema = z.object({
  at: z.number(),
  /** Revision of the lesson that the draft began from; `null`: there was no such lesson. */
  base: z.string().nullable(),
  files: z.record(z.string(), z.string()),
})

/** What an instructor saved of a lesson that is not fit for students yet. */
export type Draft = z.infer<typeof draftSchema>

const pathOf = (slug: string) => `${HISTORY}/drafts/${slug}.json`

export async function readDraft(disk: SafeDisk, slug: string): Promise<Draft | null> {
  const text = await disk.read(pathOf(slug))
  if (text === null) return null
  const parsed = draftSchema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : null
}

export function writeDraft(
  disk: SafeDisk,
  slug: string,
  draft: { readonly at: number; readonly base: string | null; readonly files: FileMap },
): Promise<void> {
  return disk.write(pathOf(slug), JSON.stringify(draft))
}

export function removeDraft(disk: SafeDisk, slug: string): Promise<void> {
  return disk.remove(pathOf(slug))
}
