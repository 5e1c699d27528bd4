import { expect, test } from 'vitest'
import { changedPaths, type Edit, inOrder, isChanged, withFile } from './edit'
import { keepUnsaved, unsavedOver } from './unsaved'

const original = { 'zh.md': '卡', 'en.md': 'Card', 'start/server.js': '' }
const edit: Edit = { base: 'r1', original, files: original }

function storage(): Storage {
  const all = new Map<string, string>()
  return {
    get length() {
      return all.size
    },
    clear: () => all.clear(),
    key: (index) => [...all.keys()][index] ?? null,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  }
}

test('an edit knows what differs', () => {
  expect(isChanged(edit)).toBe(false)
  const more = withFile(withFile(withFile(edit, 'en.md', 'Cards'), 'start/a.js', 'x'), 'zh.md', null)
  expect(changedPaths(original, more.files)).toEqual(['en.md', 'start/a.js', 'zh.md'])
  expect(isChanged(withFile(more, 'en.md', 'Card'))).toBe(true)
})

test('files come in the order in which authors think of them', () => {
  expect(
    inOrder(['wrong/a/x.js', 'start/b.js', 'lesson.yaml', 'start.en/b.js', 'en.md', 'solutions/s/x.js', 'zh.md']),
  ).toEqual(['zh.md', 'en.md', 'lesson.yaml', 'start/b.js', 'start.en/b.js', 'solutions/s/x.js', 'wrong/a/x.js'])
})

test('what is typed is kept, put over the lesson again, and gone once it is saved', () => {
  const kept = storage()
  const typed = withFile(withFile(edit, 'en.md', 'Cards'), 'start/server.js', null)
  expect(keepUnsaved(kept, 'card', typed)).toBe(true)
  const lesson = { revision: 'r1', files: original }
  expect(unsavedOver(kept, 'card', lesson)).toEqual({ files: { 'zh.md': '卡', 'en.md': 'Cards' }, isBehind: false })
  expect(unsavedOver(kept, 'other', lesson)).toBeNull()
  keepUnsaved(kept, 'card', edit)
  expect(unsavedOver(kept, 'card', lesson)).toBeNull()
})

test('what was typed over an older lesson is said to be behind it, and keeps what others changed', () => {
  const kept = storage()
  keepUnsaved(kept, 'card', withFile(edit, 'en.md', 'Cards'))
  const now = { revision: 'r2', files: { ...original, 'zh.md': '新卡' } }
  expect(unsavedOver(kept, 'card', now)).toEqual({ files: { ...now.files, 'en.md': 'Cards' }, isBehind: true })
  expect(unsavedOver(kept, 'card', { revision: 'r2', files: { ...original, 'en.md': 'Cards' } })).toBeNull()
})

test('where nothing can be kept that is said', () => {
  expect(keepUnsaved(null, 'card', withFile(edit, 'en.md', 'Cards'))).toBe(false)
  expect(unsavedOver(null, 'card', { revision: 'r1', files: original })).toBeNull()
})
