import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'
import { findProgram, type Recipe } from './find-program'
import { onPath, runs, thisMachine, versionOf } from './machine'

/** Below this, today's Playwright cannot drive it and the product does not support it. */
const OLDEST_MAJOR = 120

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env.PROGRAMFILES ?? '/', 'Google/Chrome/Application/chrome.exe'),
]

const recipe: Recipe = {
  name: 'browser',
  bundled: () => usable(chromium.executablePath()),
  installed: () => {
    const paths = [...NAMES.map(onPath), ...PLACES]
    return paths.find((path) => path !== null && usable(path) !== null) ?? null
  },
  download: () => runs(process.execPath, [playwrightCli(), 'install', '--no-shell', 'chromium']),
  apt: 'chromium',
  advice: 'Install Chromium or Chrome, or run "npx playwright install --with-deps chromium", then try again.',
}

/**
 * Path of the Chromium or Chrome that tests run in: Playwright's own, else the system's, else one that
 * Playwright downloads, else Debian's. Found once; child processes inherit the answer.
 */
export function findBrowser(): string {
  process.env.BARBERSHOP_BROWSER ??= findProgram(recipe, thisMachine)
  return process.env.BARBERSHOP_BROWSER
}

/** Major version in what a browser prints for `--version`; `null` when there is none. */
export function majorOf(version: string): number | null {
  const digits = /(\d+)\.\d+\.\d+/.exec(version)?.[1]
  return digits === undefined ? null : Number(digits)
}

function usable(path: string): string | null {
  if (!existsSync(path)) return null
  // On Windows chrome.exe opens a window instead of printing its version.
  if (process.platform === 'win32') return path
  const version = versionOf(path)
  return version !== null && (majorOf(version) ?? 0) >= OLDEST_MAJOR ? path : null
}

function playwrightCli(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
}
