import type { Story } from '@/lib/engine/story/action'
import type { WorldOptions } from '@/lib/engine/story/program'
import { expect, test } from './pages/fixtures'
import { LISTING } from './support/listing'
import { runInWorker } from './support/worker'

const OPTIONS: WorldOptions = { seed: 'the same', epoch: Date.UTC(2026, 10, 23, 1), watch: ['sessions'] }

const alice = { type: 'new-visitor', visitor: 'alice', url: '/' } as const
const bob = { type: 'new-visitor', visitor: 'bob', url: '/' } as const

const ONE_BY_ONE: Story = [
  alice,
  { type: 'reload', visitor: 'alice' },
  bob,
  { type: 'clock', advance: 60_000 },
  { type: 'restart' },
  { type: 'reload', visitor: 'bob' },
  { type: 'edit-cookie', visitor: 'bob', host: 'localhost', name: 'connect.sid', value: '12345' },
  { type: 'reload', visitor: 'bob' },
]

/** Answers after random pauses, so that what overlaps also overtakes. */
const SLOW = `const http = require('http')
const sessions = {}
let count = 0
http.createServer(async (req, res) => {
  const arrived = ++count
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 100))
  const id = require('crypto').randomUUID()
  sessions[id] = { arrived, answered: Date.now() }
  res.setHeader('Set-Cookie', 'id=' + id)
  res.write('first ')
  setTimeout(() => res.end(String(arrived)), Math.random() * 20)
}).listen(9090)
`

const OVERLAPPING: Story = [
  alice,
  { ...bob, at: 10 },
  { type: 'visit', visitor: 'alice', method: 'GET', url: '/a', at: 5 },
  { type: 'visit', visitor: 'bob', method: 'POST', url: '/b', body: 'x=1', at: 0 },
  { type: 'reload', visitor: 'alice', at: 3 },
  { type: 'clock', advance: 1000 },
]

for (const { name, program, story } of [
  { name: 'one request after the other', program: LISTING, story: ONE_BY_ONE },
  { name: 'overlapping requests', program: SLOW, story: OVERLAPPING },
]) {
  test(`the same story gives the identical log ten times: ${name}`, async ({ page }) => {
    await page.goto('/en')
    const run = () => runInWorker(page, { files: { 'server.js': program }, entry: 'server.js' }, story, OPTIONS)
    const first = await run()
    const answers = first.filter(({ type }) => type === 'response-ended')
    expect(answers.length).toBeGreaterThanOrEqual(4)
    expect(first.filter(({ type }) => type === 'row-set')).not.toEqual([])
    for (let time = 2; time <= 10; time++) expect(await run()).toEqual(first)
  })
}

test('another seed gives another log', async ({ page }) => {
  await page.goto('/en')
  const program = { files: { 'server.js': SLOW }, entry: 'server.js' }
  const first = await runInWorker(page, program, OVERLAPPING, OPTIONS)
  expect(await runInWorker(page, program, OVERLAPPING, { ...OPTIONS, seed: 'another' })).not.toEqual(first)
})
