import { expect, it } from 'vitest'
import { inWorker } from '@/lib/runtime/isolation/test-support'

it('x', async () => {
  expect(
    await inWorker(`isolation.confine(globalThis, ['isolation']); return isolation.reachable(globalThis)`),
  ).toEqual([])
})
