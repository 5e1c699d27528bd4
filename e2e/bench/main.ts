import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findBrowser } from '../support/browser'
import { startApp } from './app-server'
import { editToPanels } from './edit-to-panels'
import { compared, median, shown } from './figures'
import { benchLog, describeLogFigures } from './log'
import { nodeExchange, nodeFirstResponse, nodeFolder } from './node-side'
import { lessonSizes } from './sizes'
import { workerExchange, workerFirstResponse } from './worker-side'

const STARTS = 11
const EXCHANGES = 4000
const EDITS = 12

const { worker }: { worker: string } = JSON.parse(readFileSync('lib/runtime/generated/assets.json', 'utf8'))
const app = await startApp()
const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  await page.goto(`${app.origin}/zh`)
  const folder = nodeFolder()

  const starts: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
  for (let i = 0; i < STARTS; i++) {
    starts.ours.push(await workerFirstResponse(page, worker))
    starts.theirs.push(await nodeFirstResponse(folder))
  }
  console.log(compared('new worker to first response, median', median(starts.ours), median(starts.theirs), 'ms'))

  const rates: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
  for (let i = 0; i < 3; i++) {
    rates.ours.push(await workerExchange(page, worker, EXCHANGES))
    rates.theirs.push(await nodeExchange(folder, EXCHANGES))
  }
  console.log(compared('an exchange with full tracing, median', median(rates.ours), median(rates.theirs), 'ms'))
  console.log(
    `  ${shown(1000 / median(rates.ours))} exchanges a second in the worker, ${shown(1000 / median(rates.theirs))} over Node's loopback`,
  )

  const edits = await editToPanels(await browser.newPage(), `${app.origin}/zh/lessons/card`, EDITS)
  console.log(
    `keystroke to panels, story of 30 actions, after the debounce: ${shown(median(edits))} ms median, ${shown(Math.max(...edits))} ms worst`,
  )

  for (const line of describeLogFigures(benchLog())) console.log(line)

  const sizes = await lessonSizes(await browser.newPage(), app.origin, worker)
  console.log(
    `gzip: lesson page ${shown(sizes.lessonPage)} kB before Monaco and the worker; editor ${shown(sizes.editor)} kB; worker ${shown(sizes.worker)} kB`,
  )
} finally {
  await browser.close()
  app.stop()
}
