import { expect, it } from 'vitest'
import { atMost } from '@/lib/lessons/check/at-most'
import { shopProgram, shopRunner } from '@/lib/lessons/check/test-shop'

const OPTIONS = { seed: 'card', epoch: 0, watch: [] }
const SHOP = shopProgram({ id: 'crypto' })

it('opens no more worlds at a time than it may', async () => {
  const { open, opened } = shopRunner()
  const few = atMost(2, open)
  let most = 0
  const use = async () => {
    const world = await few(SHOP, OPTIONS)
    most = Math.max(most, opened.open)
    const events = await world.act({ type: 'new-visitor', visitor: 'alice', url: '/' })
    expect(world.log.slice(-events.length)).toEqual(events)
    await world.end()
  }
  await Promise.all([use(), use(), use(), use(), use()])
  expect({ most, ...opened }).toEqual({ most: 2, total: 5, open: 0 })
})

it('goes on after a world could not be opened', async () => {
  const { open } = shopRunner()
  let failed = false
  const few = atMost(1, (program, options) => {
    if (failed) return open(program, options)
    failed = true
    return Promise.reject(new Error('no worker'))
  })
  const [first, second] = await Promise.allSettled([few(SHOP, OPTIONS), few(SHOP, OPTIONS)])
  expect([first?.status, second?.status]).toEqual(['rejected', 'fulfilled'])
})
