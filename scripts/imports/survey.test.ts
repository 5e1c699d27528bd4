import { describe, expect, test } from 'vitest'
import { readSources, survey } from './survey'

/** What is wrong with a project of one importing file (the target exists and imports nothing). */
function problemsOf(file: string, source: string, others: readonly string[] = []): readonly string[] {
  return survey(new Map([...others.map((other) => [other, 'export const x = 1\n'] as const), [file, source]]))
}

const value = (path: string): string => `import { x } from '${path}'\n`
const type = (path: string): string => `import type { X } from '${path}'\n`

describe('each row of the table', () => {
  test.each([
    ['lib/engine/world.ts', 'lib/engine/cookies/jar'],
    ['lib/lessons/parse.ts', 'lib/engine/story/action'],
    ['lib/runtime/node.ts', 'lib/engine/world'],
    ['lib/runtime/node.ts', 'lib/lessons/model'],
    ['lib/playground/store.ts', 'lib/engine/trace/jar-at'],
    ['lib/playground/store.ts', 'lib/lessons/model'],
    ['lib/playground/store.ts', 'lib/runtime/protocol'],
    ['lib/playground/store.ts', 'lib/runtime/client'],
    ['lib/playground/store.ts', 'lib/runtime/browser'],
    ['lib/server/lessons.ts', 'lib/lessons/parse'],
    ['lib/cli/lessons.ts', 'lib/runtime/node'],
    ['lib/cli/lessons.ts', 'lib/lessons/check'],
    ['components/ui/button.tsx', 'components/ui/icon'],
    ['components/panels/code/editor.tsx', 'components/panels/code/marks'],
    ['components/panels/code/editor.tsx', 'lib/playground/store'],
    ['components/panels/code/editor.tsx', 'lib/engine/trace/jar-at'],
    ['components/panels/code/editor.tsx', 'components/ui/button'],
    ['components/playground/root.tsx', 'components/panels/code/editor'],
    ['components/playground/root.tsx', 'lib/playground/store'],
    ['components/playground/root.tsx', 'lib/lessons/model'],
    ['components/teach/desk.tsx', 'components/ui/button'],
    ['app/[locale]/page.tsx', 'components/playground/root'],
    ['app/[locale]/page.tsx', 'lib/server/lessons'],
    ['app/[locale]/page.tsx', 'lib/lessons/model'],
    ['proxy.ts', 'lib/i18n/routing'],
  ])('%s may import %s', (file, target) => {
    expect(problemsOf(file, value(`@/${target}`))).toEqual([])
  })

  test.each([
    ['lib/engine/world.ts', 'lib/lessons/model'],
    ['lib/engine/world.ts', 'lib/runtime/protocol'],
    ['lib/lessons/parse.ts', 'lib/runtime/node'],
    ['lib/lessons/parse.ts', 'lib/playground/store'],
    ['lib/runtime/node.ts', 'lib/playground/store'],
    ['lib/runtime/node.ts', 'lib/server/lessons'],
    ['lib/playground/store.ts', 'lib/runtime/worker'],
    ['lib/playground/store.ts', 'components/ui/button'],
    ['lib/server/lessons.ts', 'lib/runtime/node'],
    ['lib/cli/lessons.ts', 'lib/runtime/worker'],
    ['lib/cli/lessons.ts', 'lib/server/lessons'],
    ['components/ui/button.tsx', 'lib/playground/store'],
    ['components/ui/button.tsx', 'components/panels/code/editor'],
    ['components/panels/code/editor.tsx', 'components/panels/lesson/prose'],
    ['components/panels/code/editor.tsx', 'lib/lessons/model'],
    ['components/panels/code/editor.tsx', 'lib/runtime/client'],
    ['components/playground/root.tsx', 'components/teach/desk'],
    ['components/playground/root.tsx', 'lib/runtime/client'],
    ['components/teach/desk.tsx', 'lib/server/lessons'],
    ['app/[locale]/page.tsx', 'lib/playground/store'],
    ['app/[locale]/page.tsx', 'lib/engine/world'],
    ['app/[locale]/page.tsx', 'e2e/support/browser'],
    ['proxy.ts', 'lib/engine/world'],
  ])('%s may not import %s, not even for a type', (file, target) => {
    expect(problemsOf(file, value(`@/${target}`))).toEqual([expect.stringContaining(`may not import ${target}`)])
    expect(problemsOf(file, type(`@/${target}`))).toEqual([expect.stringContaining(`may not import ${target}`)])
  })

  test.each([
    ['lib/server/lessons.ts', 'lib/engine/story/program'],
    ['components/panels/code/editor.tsx', 'lib/engine/story/program'],
  ])('%s may import types only from %s', (file, target) => {
    expect(problemsOf(file, type(`@/${target}`))).toEqual([])
    expect(problemsOf(file, value(`@/${target}`))).toEqual([expect.stringContaining('types only')])
  })
})

describe('ways to write an import', () => {
  test.each([
    ['side effect', `import '@/lib/runtime/node'\n`],
    ['relative, climbing out', `import { x } from '../runtime/node'\n`],
    ['relative through its own folder', `import { x } from './deep/../../runtime/node'\n`],
    ['inline types', `import { type X } from '@/lib/runtime/node'\n`],
    ['re-export', `export { x } from '@/lib/runtime/node'\n`],
    ['re-export of everything', `export * from '@/lib/runtime/node'\n`],
    ['dynamic', `const x = await import('@/lib/runtime/node')\n`],
    ['in a type', `export type T = import('@/lib/runtime/node').T\n`],
  ])('%s', (_, source) => {
    expect(problemsOf('lib/engine/world.ts', source)).toEqual([
      'lib/engine/world.ts:1 lib/engine may not import lib/runtime/node',
    ])
  })

  test('mixed types and values are values', () => {
    const source = `\nimport { type X, y } from '@/lib/engine/world'\n`
    expect(problemsOf('lib/server/lessons.ts', source)).toEqual([
      'lib/server/lessons.ts:2 lib/server may import types only from lib/engine/world',
    ])
  })
})

describe('packages', () => {
  test.each([
    ['lib/engine/world.ts', 'node:fs'],
    ['lib/engine/world.ts', 'zod'],
    ['lib/playground/store.ts', 'react'],
    ['lib/lessons/parse.ts', 'next/cache'],
  ])('%s may not import %s', (file, name) => {
    expect(problemsOf(file, value(name))).toHaveLength(1)
  })

  test('tests may import any', () => {
    expect(problemsOf('lib/engine/world.test.ts', value('vitest'))).toEqual([])
  })
})

describe('files', () => {
  test('no barrels', () => {
    expect(problemsOf('lib/engine/index.ts', '')).toHaveLength(1)
    expect(problemsOf('components/ui/index.tsx', '')).toHaveLength(1)
  })

  test('every folder has a row', () => {
    expect(problemsOf('lib/utils/text.ts', '')).toEqual([
      'lib/utils/text.ts:1 lib/utils/text.ts belongs to no row of the import table',
    ])
  })

  test('no cycles, type imports included', () => {
    const sources = new Map([
      ['lib/engine/a.ts', type('./b')],
      ['lib/engine/b.ts', value('@/lib/engine/c')],
      ['lib/engine/c.ts', type('../engine/a')],
      ['lib/engine/d.ts', value('./a')],
    ])
    expect(survey(sources)).toEqual([
      'lib/engine/a.ts:1 import cycle: lib/engine/a.ts, lib/engine/b.ts, lib/engine/c.ts',
    ])
  })
})

test('the real files are read', () => {
  expect(readSources(process.cwd()).has('lib/engine/trace/event.ts')).toBe(true)
})

describe('what the lesson’s page loads', () => {
  const page = 'components/playground/playground.tsx'
  const between = 'lib/playground/store.ts'
  const way = (last: string) =>
    survey(
      new Map([
        [page, value('@/lib/playground/store')],
        [between, last],
      ]),
    )

  test('reaches no package of the worker, however far away', () => {
    expect(way(value('memfs'))).toEqual([`${page}:1 loads ${page} > ${between} > memfs`])
  })

  test('may know the types of one, and may load one later', () => {
    expect(way(type('memfs'))).toEqual([])
    expect(way("export const later = () => import('memfs')\n")).toEqual([])
  })
})
