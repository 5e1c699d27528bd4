import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** Bytes of a file of the build, in gzip. */
function gzipped(path: string): number {
  return gzipSync(readFileSync(path)).length
}

export interface Sizes {
  /** Kilobytes in gzip of the scripts that a lesson's page loads before Monaco and the worker. */
  readonly lessonPage: number
  /** What comes for the editor afterwards. */
  readonly editor: number
  readonly worker: number
}

/** What a lesson's page loads, in kB of gzip: its own scripts, those named in its HTML; then what they fetch. */
export async function lessonSizes(page: Page, origin: string, worker: string): Promise<Sizes> {
  const loaded = new Set<string>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js') && pathname.startsWith('/_next/')) loaded.add(pathname)
  })
  const html = await (await fetch(`${origin}/zh/lessons/card`)).text()
  // What is marked noModule is for browsers that are not supported: none of them loads it.
  const modern = html.replaceAll(/<script[^>]*\bnoModule\b[^>]*>/gi, '')
  const own = new Set([...modern.matchAll(/\/_next\/static\/[^"'\\ ]+?\.js/g)].map(([path]) => path))
  await page.goto(`${origin}/zh/lessons/card`)
  await page.locator('.monaco-editor').first().waitFor()
  // The page keeps a question open, so the network never falls silent; two seconds are enough for what comes by itself.
  await page.waitForTimeout(2000)
  const size = (paths: Iterable<string>) =>
    [...paths].reduce((sum, path) => sum + gzipped(join('.next', path.slice('/_next/'.length))), 0) / 1000
  return {
    lessonPage: size(own),
    editor: size([...loaded].filter((path) => !own.has(path))),
    worker: gzipped(join('public', worker)) / 1000,
  }
}
