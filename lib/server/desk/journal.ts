import { z } from 'zod'
import type { FileMap } from '@/lib/lessons/parse/files'
import { HISTORY, type SafeDisk } from '@/lib/server/desk/safe-disk'

const FOLDER = `${HISTORY}/journal`

const journalSchema = z.object({ folder: z.string(), files: z.record(z.string(), z.string()) })

/**
 * Makes a lesson's folder hold exactly these files. What is about to be done is written down first, and done again from
 * there (`recover`) if the process ends in the middle: a lesson is never half one version and half another.
 */
export async function replaceFolder(disk: SafeDisk, folder: string, files: FileMap): Promise<void> {
  const journal = `${FOLDER}/${folder}.json`
  await disk.write(journal, JSON.stringify({ folder, files }))
  await apply(disk, folder, files)
  await disk.remove(journal)
}

/** Finishes what a process that ended had begun. To be called with the lesson's lock held. */
export async function recover(disk: SafeDisk, folder: string): Promise<void> {
  const files = await unfinished(disk, folder)
  if (!files) return
  await apply(disk, folder, files)
  await disk.remove(`${FOLDER}/${folder}.json`)
}

/** What a lesson's folder is about to hold; `null` when nothing is under way. */
export async function unfinished(disk: SafeDisk, folder: string): Promise<FileMap | null> {
  const text = await disk.read(`${FOLDER}/${folder}.json`)
  if (text === null) return null
  const parsed = journalSchema.safeParse(JSON.parse(text))
  return parsed.success && parsed.data.folder === folder ? parsed.data.files : null
}

/** Folders that something is under way in. */
export async function unfinishedFolders(disk: SafeDisk): Promise<readonly string[]> {
  const entries = await disk.list(FOLDER)
  return entries.filter(({ name }) => name.endsWith('.json')).map(({ name }) => name.slice(0, -'.json'.length))
}

async function apply(disk: SafeDisk, folder: string, files: FileMap): Promise<void> {
  const before = await disk.filesUnder(folder)
  // What goes first makes room: a file may stand where a folder is to be.
  for (const path of Object.keys(before)) {
    if (!Object.hasOwn(files, path)) await disk.remove(`${folder}/${path}`)
  }
  for (const [path, text] of Object.entries(files)) {
    if (before[path] !== text) await disk.write(`${folder}/${path}`, text)
  }
}
