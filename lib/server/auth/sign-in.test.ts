import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sealData } from 'iron-session'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DESK_TTL, deskSession, signIn, signOut } from '@/lib/server/auth/sign-in'

const OLD = 'an old secret that is long enough to seal with'
const NEW = 'a new secret that is long enough to seal with'
let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sign-in-'))
  vi.stubEnv('LESSONS_DIR', root)
  vi.stubEnv('INSTRUCTOR_PASSWORD', 'open sesame')
  vi.stubEnv('SESSION_SECRET', OLD)
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 })
})

afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  globalThis.barbershopSignedOut = undefined
  await rm(root, { recursive: true, force: true })
})

async function cookie(): Promise<string> {
  const result = await signIn('open sesame', 'somewhere')
  if (result.outcome !== 'signed-in') throw new Error(result.outcome)
  return result.cookie
}

it('takes the password, and nothing like it', async () => {
  expect(await deskSession(await cookie())).toMatchObject({ v: 1, at: 1_000_000 })
  for (const password of ['', 'open sesam', 'open sesame ', 'OPEN SESAME']) {
    expect(await signIn(password, `for ${password}`)).toEqual({ outcome: 'wrong-password' })
  }
})

it('is closed without a password or a secret', async () => {
  vi.stubEnv('SESSION_SECRET', 'too short')
  expect(await signIn('open sesame', 'x')).toEqual({ outcome: 'closed' })
  vi.stubEnv('INSTRUCTOR_PASSWORD', '')
  expect(await signIn('', 'x')).toEqual({ outcome: 'closed' })
})

it('does not look at a try that comes too early, be it right', async () => {
  for (let index = 0; index < 5; index++) await signIn('wrong', 'guesser')
  expect(await signIn('open sesame', 'guesser')).toEqual({ outcome: 'too-early', wait: 1000 })
  expect(await signIn('open sesame', 'somewhere else')).toMatchObject({ outcome: 'signed-in' })
  vi.setSystemTime(1_001_000)
  expect(await signIn('open sesame', 'guesser')).toMatchObject({ outcome: 'signed-in' })
})

it('knows no cookie that is forged, tampered with, of another secret, of something else, or too old', async () => {
  const good = await cookie()
  const bad = [
    undefined,
    '',
    'Fe26.2*',
    good.slice(0, -8),
    good.replace(/\*.{4}/, '*AAAA'),
    `x${good}`,
    await sealData({ v: 1, id: 'x', at: 1_000_000 }, { password: NEW, ttl: DESK_TTL }),
    await sealData({ v: 2, id: 'x', at: 1_000_000 }, { password: OLD, ttl: DESK_TTL }),
    await sealData({ done: {} }, { password: OLD, ttl: DESK_TTL }),
  ]
  for (const forged of bad) expect(await deskSession(forged)).toBeNull()
  // iron-session allows clocks to differ by a minute.
  vi.setSystemTime(1_000_000 + (DESK_TTL + 61) * 1000)
  expect(await deskSession(good)).toBeNull()
})

it('goes on under a new secret as long as the old one is kept', async () => {
  const old = await cookie()
  vi.stubEnv('SESSION_SECRET', `${NEW}, ${OLD}`)
  expect(await deskSession(old)).not.toBeNull()
  const renewed = await cookie()
  vi.stubEnv('SESSION_SECRET', NEW)
  expect(await deskSession(old)).toBeNull()
  expect(await deskSession(renewed)).not.toBeNull()
})

it('ends wherever the cookie was copied to; other sign-ins go on', async () => {
  const mine = await cookie()
  const other = await cookie()
  const session = await deskSession(mine)
  if (!session) throw new Error('not signed in')
  await signOut(session, false)
  expect(await deskSession(mine)).toBeNull()
  expect(await deskSession(other)).not.toBeNull()
})

it('can end all sign-ins so far', async () => {
  const [mine, other] = [await cookie(), await cookie()]
  const session = await deskSession(mine)
  if (!session) throw new Error('not signed in')
  vi.setSystemTime(1_000_001)
  await signOut(session, true)
  expect(await deskSession(mine)).toBeNull()
  expect(await deskSession(other)).toBeNull()
  expect(await deskSession(await cookie())).not.toBeNull()
})

it('writes down only what could still be used', async () => {
  const session = await deskSession(await cookie())
  if (!session) throw new Error('not signed in')
  await signOut(session, false)
  vi.setSystemTime(1_000_000 + (DESK_TTL + 1) * 1000)
  const later = await deskSession(await cookie())
  if (!later) throw new Error('not signed in')
  await signOut(later, false)
  const written: { ids: object } = JSON.parse(await readFile(join(root, '.history/signed-out.json'), 'utf8'))
  expect(Object.keys(written.ids)).toEqual([later.id])
})

it('is ended for as long as the process runs where nothing can be written', async () => {
  // A file stands where the folder would have to be made: even root can't write there.
  await writeFile(join(root, '.history'), '')
  await chmod(root, 0o500)
  const mine = await cookie()
  const session = await deskSession(mine)
  if (!session) throw new Error('not signed in')
  await signOut(session, false)
  expect(await deskSession(mine)).toBeNull()
  await chmod(root, 0o700)
})
