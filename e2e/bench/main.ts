import { readFileSync } from 'node:fs'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../support/browser'
import { startApp } from './app-server'
import { classOpens } from './class'
import { editToPanels } from './edit-to-panels'
import { compared, median, shown, spread } from './figures'
import { benchLog, describeLogFigures } from './log'
import { nodeExchange, nodeFirstResponse, nodeFolder } from './node-side'
import { startRedis } from './redis'
import { scrub } from './scrub'
import { lessonSizes } from './sizes'
import { STUDIED } from './studied'
import { SUBJECTS, type Subject } from './subjects'
import { type Assets, runOf, workerExchange, workerFirstResponse } from './worker-side'

const STARTS = 11
const EXCHANGES = 4000
const EDITS = 12
const STUDENTS = 200

const assets: Assets = JSON.parse(readFileSync('lib/runtime/generated/assets.json', 'utf8'))

/** One program, in the worker and side by side under Node. */
async function compare(page: Page, subject: Subject): Promise<void> {
  const redis = subject.needsRedis ? await startRedis() : null
  try {
    const folder = nodeFolder(subject)
    const run = await runOf(page, assets, subject)
    const starts: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
    for (let i = 0; i < STARTS; i++) {
      starts.ours.push(await workerFirstResponse(page, assets.worker, run))
      starts.theirs.push(await nodeFirstResponse(folder, subject))
    }
    console.log(`${subject.name}:`)
    console.log(compared('  new worker to first response, median', median(starts.ours), median(starts.theirs), 'ms'))
    const rates: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
    for (let i = 0; i < 3; i++) {
      rates.ours.push(await workerExchange(page, assets.worker, run, subject, EXCHANGES))
      rates.theirs.push(await nodeExchange(folder, subject, EXCHANGES))
    }
    console.log(compared('  an exchange with full tracing, median', median(rates.ours), median(rates.theirs), 'ms'))
    console.log(
      `  ${shown(1000 / median(rates.ours))} exchanges a second in the worker, ${shown(1000 / median(rates.theirs))} over Node's loopback`,
    )
  } finally {
    redis?.stop()
  }
}

async function withPage<T>(measure: (page: Page) => Promise<T>): Promise<T> {
  const page = await browser.newPage()
  try {
    return await measure(page)
  } finally {
    await page.close()
  }
}

const app = await startApp()
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  await page.goto(`${app.origin}/zh`)
  for (const subject of SUBJECTS) await compare(page, subject)

  for (const studied of STUDIED) {
    const edits = await withPage((page) => editToPanels(page, app.origin, studied, EDITS))
    console.log(`keystroke to panels, thirty visits, after the debounce, ${studied.name}: ${spread(edits)}`)
  }

  for (const line of describeLogFigures(benchLog())) console.log(line)
  for (const studied of STUDIED) {
    const steps = await withPage((page) => scrub(page, app.origin, studied))
    console.log(`  a step in the page until it is seen, ${studied.name}: ${spread(steps)}`)
  }

  const sizes = await withPage((page) => lessonSizes(page, app.origin, assets.worker))
  console.log(
    `gzip: lesson page ${shown(sizes.lessonPage)} kB before Monaco and the worker; editor ${shown(sizes.editor)} kB; worker ${shown(sizes.worker)} kB`,
  )

  const opened = await classOpens(app.origin, '/zh/lessons/redis-store', assets.worker, STUDENTS, app.pid)
  console.log(
    `a class of ${STUDENTS} opening a lesson at once: ${opened.requests} requests, ${opened.failed} failed, ${shown(opened.rate)} a second; ${shown(opened.median)} ms median, ${shown(opened.p99)} ms p99; everybody has everything after ${shown(opened.whole)} ms; ${shown(opened.memory)} MB of memory`,
  )
} finally {
  await browser.close()
  app.stop()
}
