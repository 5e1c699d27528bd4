import { createFsFromVolume, Volume } from 'memfs'
import { expect, it } from 'vitest'
import { FUNCTIONS, VALUES } from './surface'

/** Streams of files are ours (see `realm/fs-streams.ts`). */
const OURS = ['ReadStream', 'WriteStream', 'FileReadStream', 'FileWriteStream']

it('offers all that memfs has', () => {
  const names = Object.keys(createFsFromVolume(Volume.fromNestedJSON({}, '/')))
  expect([...FUNCTIONS].sort()).toEqual(names.filter((name) => name.endsWith('Sync')).sort())
  const values = names.filter((name) => /^[A-Z]/.test(name) || name === 'constants')
  expect([...VALUES].sort()).toEqual(values.filter((name) => !OURS.includes(name)).sort())
})
