import type { Story } from '@/lib/engine/story/action'
import type { WorldOptions } from '@/lib/engine/story/program'
import { World } from '@/lib/engine/world'
import { Machine } from '@/lib/runtime/machine'
import type { Chunks } from '@/lib/runtime/packages/chunks'
import type { Realm } from '@/lib/runtime/realm'
import { programWith } from '@/lib/runtime/rehearsal-program'

const OPTIONS: WorldOptions = { seed: 'rehearsal', epoch: 0, watch: ['rows'], servers: 2 }

const STORY: Story = [
  { type: 'new-visitor', visitor: 'rehearsal', url: '/' },
  ...Array.from({ length: 30 }, () => ({ type: 'visit', visitor: 'rehearsal', method: 'GET', url: '/' }) as const),
]

/** Runs a small world from start to end and clears it away: its log goes nowhere, and nothing of it is left. */
export async function rehearse(realm: Realm, chunks: Chunks): Promise<void> {
  const program = programWith(Object.keys(chunks))
  const machines: Machine[] = []
  const world = new World(
    OPTIONS,
    () => {},
    (parts) => {
      const machine = new Machine(program, OPTIONS, { ...parts, realm, chunks })
      machines.push(machine)
      return machine
    },
  )
  await world.open()
  await world.run(STORY)
  for (const machine of machines) machine.end()
  realm.reset()
}
