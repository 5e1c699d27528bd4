import type { Story } from '@/lib/engine/story/action'
import type { Program } from '@/lib/engine/story/program'
import { World } from '@/lib/engine/world'
import { Machine } from '@/lib/runtime/machine'
import type { Realm } from '@/lib/runtime/realm'

/** Touches what nearly every lesson's program touches. */
const PROGRAM: Program = {
  entry: 'server.js',
  files: {
    'server.js': `
const express = require('express')
const app = express()
app.use(require('cookie-parser')())
const rows = {}
app.get('/', (req, res) => {
  const id = req.cookies.id || String(Math.random())
  rows[id] = { at: Date.now() }
  res.cookie('id', id).send('rehearsal ' + id)
})
app.listen(1)`,
  },
}

const STORY: Story = [
  { type: 'new-visitor', visitor: 'rehearsal', url: '/' },
  { type: 'visit', visitor: 'rehearsal', method: 'GET', url: '/' },
]

/** Runs a small world from start to end and clears it away: its log goes nowhere, and nothing of it is left. */
export async function rehearse(realm: Realm): Promise<void> {
  const machines: Machine[] = []
  const world = new World(
    { seed: 'rehearsal', epoch: 0, watch: ['rows'] },
    () => {},
    (parts) => {
      const machine = new Machine(
        PROGRAM,
        { seed: 'rehearsal', epoch: 0, watch: ['rows'] },
        { ...parts, realm, chunks: {} },
      )
      machines.push(machine)
      return machine
    },
  )
  await world.open()
  await world.run(STORY)
  for (const machine of machines) machine.end()
  realm.reset()
}
