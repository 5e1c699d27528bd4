import { expect, test } from 'vitest'
import { NO_PROGRESS } from '@/lib/lessons/progress'
import { forget, gather, isEmpty, type ListedStorage, readKeepsake, takeBack } from '@/lib/playground/keepsake'

function storage(entries: Record<string, string> = {}): ListedStorage & { readonly all: Map<string, string> } {
  const all = new Map(Object.entries(entries))
  return {
    all,
    get length() {
      return all.size
    },
    key: (index) => [...all.keys()][index] ?? null,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  }
}

const work = { edits: { 'server.js': '// mine' }, story: [{ type: 'restart' }] } as const
const progress = { done: { card: ['balance'] }, steps: { card: 4 } }
const full = () =>
  storage({
    'barbershop:work:v1:card': JSON.stringify({ ...work, running: true }),
    'barbershop:work:v1:login': 'spoiled',
    'barbershop:theme:v1': 'dark',
    'somebody-else': 'x',
  })

test('what is taken along comes back in another browser as it was', () => {
  const taken = gather(full(), progress)
  expect(taken).toEqual({ format: 'barbershop', version: 1, progress, work: { card: work } })
  const read = readKeepsake(JSON.stringify(taken))
  expect(read).toEqual(taken)
  const elsewhere = storage()
  expect(takeBack(elsewhere, read?.work ?? {})).toBe(true)
  expect(gather(elsewhere, progress)).toEqual(taken)
})

test('a file that is none of ours is refused, and what is not sound in it is left out', () => {
  for (const text of [
    '',
    '{',
    '7',
    'null',
    '{}',
    '{"format":"other","version":1}',
    '{"format":"barbershop","version":2}',
  ]) {
    expect(readKeepsake(text)).toBeNull()
  }
  const odd = {
    format: 'barbershop',
    version: 1,
    progress: 7,
    work: { '../x': work, card: 'spoiled', ok: { edits: {}, story: [{ type: 'explode' }] } },
  }
  expect(readKeepsake(JSON.stringify(odd))).toMatchObject({
    progress: NO_PROGRESS,
    work: { ok: { edits: {}, story: [] } },
  })
})

test('there may be nothing to take along', () => {
  expect(isEmpty(gather(storage(), NO_PROGRESS))).toBe(true)
  expect(isEmpty(gather(full(), NO_PROGRESS))).toBe(false)
})

test('forgetting removes everything of ours and nothing else', () => {
  const kept = full()
  forget(kept)
  expect([...kept.all.keys()]).toEqual(['somebody-else'])
})

test('work that does not fit is said to be lost', () => {
  const full = {
    ...storage(),
    setItem: () => {
      throw new Error('quota')
    },
  }
  expect(takeBack(full, { card: work })).toBe(false)
})
