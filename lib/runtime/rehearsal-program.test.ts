import { expect, it } from 'vitest'
import { RELEASES } from '@/lib/lessons/packages/catalogue'
import { chunksFor } from '@/lib/runtime/packages/chunks'
import { programWith } from '@/lib/runtime/rehearsal-program'
import { bodies, log, only, visit } from '@/lib/runtime/test-support'

const chunks = [...new Set(RELEASES.flatMap(({ chunk }) => chunk ?? []))]

it.each([[[]], ...chunks.map((chunk) => [[chunk]])])('a rehearsal with %j is a program that works', async (names) => {
  const program = programWith(names)
  const events = await log(program.files, [{ type: 'new-visitor', visitor: 'alice', url: '/' }, visit('/')])
  expect(only(events, 'fault')).toEqual([])
  expect(bodies(events)).toEqual([expect.stringMatching(/^rehearsal /), expect.stringMatching(/^rehearsal /)])
  expect(chunksFor(program)).toEqual(names)
})
