import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { built } from './built'

let folder = ''
const manifest = () => join(folder, 'routes-manifest.json')

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'built-'))
  await writeFile(manifest(), JSON.stringify({ version: 3, basePath: '/barbershop' }))
})
afterAll(() => rm(folder, { recursive: true }))

it.each([undefined, '/barbershop'])('starts what was built for /barbershop with BASE_PATH=%s', async (wanted) => {
  expect(await built(wanted, manifest())).toEqual({ ok: true, basePath: '/barbershop' })
})

it.each(['', '/elsewhere'])('refuses to start what was built for /barbershop with BASE_PATH=%s', async (wanted) => {
  const result = await built(wanted, manifest())
  expect(!result.ok && result.problem).toContain(`BASE_PATH=${wanted} npm run build`)
})

it('says what to do where nothing is built', async () => {
  const result = await built(undefined, join(folder, 'nowhere.json'))
  expect(!result.ok && result.problem).toMatch(/npm run build/)
})
