import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { diskError } from '@/lib/server/desk/disk-error'
import { SafeDisk } from '@/lib/server/desk/safe-disk'

vi.mock('node:fs/promises', async (original) => ({
  ...(await original<typeof import('node:fs/promises')>()),
  /** As Node answers on a read-only disk, seen on Linux with Node 20: only the plain one says what is wrong. */
  mkdir: async (_path: string, options?: { readonly recursive: boolean }) => {
    throw Object.assign(new Error('refused'), { code: options?.recursive ? 'ENOENT' : 'EROFS' })
  },
}))

it('says of a read-only disk that it is read-only, not that the folder is missing', async () => {
  const root = await mkdtemp(join(tmpdir(), 'safe-disk-'))
  const error = await new SafeDisk(root).placeFor('.history/lock').catch(diskError)
  expect(error).toMatchObject({ problem: 'read-only' })
  await rm(root, { recursive: true })
})
