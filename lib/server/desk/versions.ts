import { z } from 'zod'
import type { FileMap } from '@/lib/lessons/parse/files'
import { revisionOf } from '@/lib/server/desk/lesson-files'
import { HISTORY, type SafeDisk } from '@/lib/server/desk/safe-disk'

/** How much is kept: versions of one lesson, and bytes of all of them together. The oldest go first. */
export const VERSION_BOUNDS = { perLesson: 50, bytes: 20 * 1024 * 1024 } as const

const versionSchema = z.object({
  /** When it was put aside, in milliseconds since the Unix epoch. */
  at: z.number(),
  folder: z.string(),
  revision: z.string(),
  /** Why: something else was saved, or the lesson was deleted. */
  why: z.enum(['saved', 'deleted']),
  files: z.record(z.string(), z.string()),
})

/** A lesson as it was. */
export type Version = z.infer<typeof versionSchema>

/** A version without its files: what a list shows. */
export type VersionEntry = Omit<Version, 'files'> & { readonly id: string; readonly slug: string }

const FOLDER = `${HISTORY}/versions`

/** Puts a lesson's present files aside, unless the newest version is the same. Then lets go of the oldest ones. */
export async function keepVersion(
  disk: SafeDisk,
  slug: string,
  version: { readonly folder: string; readonly files: FileMap; readonly why: Version['why']; readonly at: number },
): Promise<void> {
  const revision = revisionOf(version.files)
  const newest = (await versionsOf(disk, slug))[0]
  if (newest?.revision === revision && newest.why === version.why) return
  const id = `${String(version.at).padStart(15, '0')}-${revision.slice(0, 8)}`
  await disk.write(`${FOLDER}/${slug}/${id}.json`, JSON.stringify({ ...version, revision }))
  await letGo(disk, slug)
}

/** A lesson's former versions, the newest first. */
export async function versionsOf(disk: SafeDisk, slug: string): Promise<readonly VersionEntry[]> {
  const ids = await idsOf(disk, slug)
  const versions = await Promise.all(ids.map(async (id) => ({ id, version: await readVersion(disk, slug, id) })))
  return versions.flatMap(({ id, version }) => {
    if (!version) return []
    const { files: _files, ...entry } = version
    return [{ ...entry, id, slug }]
  })
}

/** One version whole; `null` when there is none of that id. `id` may be anything: it is looked up, not trusted. */
export async function findVersion(disk: SafeDisk, slug: string, id: string): Promise<Version | null> {
  return (await idsOf(disk, slug)).includes(id) ? readVersion(disk, slug, id) : null
}

/** The last version of each lesson that was deleted and is not there under its slug again. */
export async function deletedLessons(disk: SafeDisk, present: readonly string[]): Promise<readonly VersionEntry[]> {
  const slugs = (await disk.list(FOLDER)).map(({ name }) => name).filter((slug) => !present.includes(slug))
  const newest = await Promise.all(slugs.map(async (slug) => (await versionsOf(disk, slug))[0]))
  return newest.filter((entry) => entry !== undefined)
}

/** A lesson has another slug from now on: its versions go along. */
export async function moveVersions(disk: SafeDisk, from: string, to: string): Promise<void> {
  for (const id of await idsOf(disk, from)) {
    const text = await disk.read(`${FOLDER}/${from}/${id}.json`)
    if (text !== null) await disk.write(`${FOLDER}/${to}/${id}.json`, text)
    await disk.remove(`${FOLDER}/${from}/${id}.json`)
  }
}

/** Ids begin with the time, so their order is that of time. */
async function idsOf(disk: SafeDisk, slug: string): Promise<readonly string[]> {
  const entries = await disk.list(`${FOLDER}/${slug}`)
  return entries
    .filter(({ name, isFolder }) => !isFolder && name.endsWith('.json'))
    .map(({ name }) => name.slice(0, -'.json'.length))
    .sort()
    .reverse()
}

async function readVersion(disk: SafeDisk, slug: string, id: string): Promise<Version | null> {
  const text = await disk.read(`${FOLDER}/${slug}/${id}.json`)
  try {
    const parsed = versionSchema.safeParse(JSON.parse(text ?? ''))
    return parsed.success ? parsed.data : null
  } catch {
    // Somebody else's file, or one that a person has edited: no version of ours.
    return null
  }
}

async function letGo(disk: SafeDisk, slug: string): Promise<void> {
  for (const id of (await idsOf(disk, slug)).slice(VERSION_BOUNDS.perLesson)) {
    await disk.remove(`${FOLDER}/${slug}/${id}.json`)
  }
  const all: { path: string; id: string; bytes: number }[] = []
  for (const { name } of await disk.list(FOLDER)) {
    for (const id of await idsOf(disk, name)) {
      const path = `${FOLDER}/${name}/${id}.json`
      all.push({ path, id, bytes: await disk.size(path) })
    }
  }
  let bytes = all.reduce((sum, version) => sum + version.bytes, 0)
  for (const version of all.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (bytes <= VERSION_BOUNDS.bytes) return
    await disk.remove(version.path)
    bytes -= version.bytes
  }
}
