import type { WorldOptions } from '@/lib/engine/story/program'
import { type Diagnostic, inOrder, Reporter, START_OF_FILE } from '@/lib/lessons/diagnostic'
import { LOCALES } from '@/lib/lessons/locales'
import type { Lesson, Locale } from '@/lib/lessons/model'
import { checkDrift } from '@/lib/lessons/parse/drift'
import { type FileMap, type LessonFiles, sortFiles } from '@/lib/lessons/parse/files'
import { type Manifest, readManifest } from '@/lib/lessons/parse/manifest'
import { checkManifest } from '@/lib/lessons/parse/manifest-facts'
import { type Page, parsePage } from '@/lib/lessons/parse/page'
import { checkPrograms, namesIn, programsIn } from '@/lib/lessons/parse/programs'
import { checkReferences, checkWrongUsed } from '@/lib/lessons/parse/references'

/** A lesson's folder, read: what is fit to be shown, and everything that is wrong with it. */
export interface LessonReading {
  /** The folder's name: `03-card`. */
  readonly folder: string
  readonly slug: string
  readonly number: number
  /** The languages in which the lesson has no mistakes. */
  readonly lessons: Readonly<Partial<Record<Locale, Lesson>>>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a lesson from the texts of its folder. Never throws: whatever is wrong is a diagnostic.
 * @param folder its name, `NN-slug`
 * @param files contents by path within the folder
 */
export function parseLesson(folder: string, files: FileMap): LessonReading {
  const diagnostics: Diagnostic[] = []
  const reporterOf = (path: string) => new Reporter(`lessons/${folder}/${path}`, diagnostics)
  const name = /^(\d+(?:\.\d+)?)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(folder)
  if (!name) {
    const message = 'a lesson\'s folder is named by its number and its slug, such as "03-card" or "07.1-file-store"'
    new Reporter(`lessons/${folder}`, diagnostics).report('folder-name', START_OF_FILE, message)
  }
  const identity = { slug: name?.[2] ?? folder, number: Number(name?.[1] ?? 0) }
  const sorted = sortFiles(files, reporterOf)
  const manifest = manifestOf(sorted, reporterOf)
  checkPrograms(sorted, manifest?.entry ?? null, reporterOf)
  const pages = pagesOf(sorted, reporterOf)
  const references = [...pages.values()].flatMap((page) => page.references)
  // A page that can't be read may well explain them.
  if (pages.size === LOCALES.length) checkWrongUsed(namesIn(sorted.programs, 'wrong'), references, reporterOf)
  const lessons: Partial<Record<Locale, Lesson>> = {}
  for (const [locale, page] of pages) {
    if (manifest && isSound(locale, folder, diagnostics)) {
      lessons[locale] = makeLesson(identity, locale, manifest, page, sorted)
    }
  }
  return { folder, ...identity, lessons, diagnostics: inOrder(diagnostics) }
}

type ReporterOf = (path: string) => Reporter

function manifestOf(files: LessonFiles, reporterOf: ReporterOf): Manifest | null {
  const reporter = reporterOf('lesson.yaml')
  if (files.manifest === null) {
    reporter.report('missing-file', START_OF_FILE, 'every lesson has one')
    return null
  }
  const manifest = readManifest(files.manifest, reporter)
  if (manifest) checkManifest(manifest, files.manifest, files, reporterOf)
  return manifest
}

function pagesOf(files: LessonFiles, reporterOf: ReporterOf): ReadonlyMap<Locale, Page> {
  const pages = new Map<Locale, Page>()
  const programs = { solutions: namesIn(files.programs, 'solutions'), wrong: namesIn(files.programs, 'wrong') }
  for (const locale of LOCALES) {
    const reporter = reporterOf(`${locale}.md`)
    const source = files.pages.get(`${locale}.md`)
    if (source === undefined) reporter.report('missing-file', START_OF_FILE, 'every lesson is in Chinese and English')
    const page = source === undefined ? null : parsePage(source, reporter)
    if (!page) continue
    checkReferences(page.references, programs, reporter)
    const original = pages.get(LOCALES[0])
    if (original) checkDrift(page.blocks, original.blocks, `${LOCALES[0]}.md`, reporter)
    pages.set(locale, page)
  }
  return pages
}

/** Whether nothing is wrong with what a language needs: its own page, and all that is no page. */
function isSound(locale: Locale, folder: string, diagnostics: readonly Diagnostic[]): boolean {
  const others = LOCALES.filter((other) => other !== locale).map((other) => `lessons/${folder}/${other}.md`)
  return diagnostics.every((diagnostic) => others.includes(diagnostic.file))
}

function makeLesson(
  identity: Pick<Lesson, 'slug' | 'number'>,
  locale: Locale,
  manifest: Manifest,
  page: Page,
  files: LessonFiles,
): Lesson {
  const { title, summary, blocks } = page
  const { entry, panels, focus, home } = manifest
  return {
    ...identity,
    locale,
    title,
    summary,
    panels,
    home: home ?? '/',
    focusLine: focus ?? null,
    options: optionsOf(identity.slug, manifest),
    ...programsIn(files, entry, locale),
    blocks,
  }
}

function optionsOf(seed: string, { watch, epoch, servers, balancing, limits }: Manifest): WorldOptions {
  return {
    seed,
    epoch: Date.parse(epoch),
    watch,
    ...(servers === undefined ? {} : { servers }),
    ...(balancing === undefined ? {} : { balancing }),
    ...(limits === undefined ? {} : { limits }),
  }
}
