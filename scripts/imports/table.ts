import type { Reach } from './reach'

/** One row of the design's table "Who may import whom". Folders are relative to the project's root. */
export interface Row {
  /** The folder (or file) that the row is about; `*` stands for one folder's name. The first row that matches counts. */
  readonly from: string
  /** What may be imported besides the row's own folder. A trailing `*` matches the start of a path. */
  readonly may: readonly string[]
  /** What may be imported for its types only. */
  readonly mayTypes?: readonly string[]
  /** The only packages allowed, for folders that must stay pure; tests may use any. */
  readonly packages?: readonly string[]
  /** Packages that would tie the folder to a host. */
  readonly noPackages?: readonly string[]
}

const COMPONENTS = [
  'components/panels/*',
  'components/shared',
  'components/ui',
  'lib/playground',
  'lib/lessons',
  'lib/i18n',
]

const APP = ['components', 'lib/server', 'lib/lessons', 'lib/i18n', 'lib/playground/lesson-props']

/** What is in no row (tests of the whole, scripts, configuration) may import anything. */
export const TABLE: readonly Row[] = [
  { from: 'lib/engine', may: [], packages: ['tldts'] },
  { from: 'lib/lessons', may: ['lib/engine'], noPackages: ['react', 'next'] },
  { from: 'lib/runtime', may: ['lib/engine', 'lib/lessons'], noPackages: ['react', 'next'] },
  {
    from: 'lib/playground',
    // The runtime's client: its contract, and the one for browsers.
    may: ['lib/engine', 'lib/lessons', 'lib/runtime/protocol', 'lib/runtime/client', 'lib/runtime/browser'],
    noPackages: ['react', 'next'],
  },
  { from: 'lib/server', may: ['lib/lessons'], mayTypes: ['lib/engine'] },
  { from: 'lib/cli', may: ['lib/engine', 'lib/lessons', 'lib/runtime/node'] },
  { from: 'lib/i18n', may: [], mayTypes: ['lib/lessons'] },
  { from: 'components/ui', may: [] },
  // What panels share: the playground's context, and how a session, an exchange, a place in the code are shown.
  {
    from: 'components/shared',
    may: ['lib/playground', 'lib/lessons/progress', 'lib/engine/trace', 'lib/engine/cookies/rules', 'components/ui'],
    mayTypes: ['lib/engine'],
  },
  {
    from: 'components/panels/lesson',
    may: ['lib/playground', 'lib/engine/trace', 'lib/lessons', 'components/shared', 'components/ui'],
    mayTypes: ['lib/engine'],
  },
  {
    from: 'components/panels/*',
    may: [
      'lib/playground',
      'lib/engine/trace',
      'lib/engine/sessions/preview-text',
      'components/shared',
      'components/ui',
    ],
    mayTypes: ['lib/engine'],
  },
  { from: 'components/playground', may: COMPONENTS },
  { from: 'components/home', may: COMPONENTS },
  { from: 'components/keeping', may: COMPONENTS },
  // What the desk's routes answer is known by its types.
  { from: 'components/teach', may: [...COMPONENTS, 'components/playground'], mayTypes: ['lib/server/desk'] },
  { from: 'app', may: APP },
  // Next's request proxy has to stand outside of `app`.
  { from: 'proxy.ts', may: APP },
]

/**
 * What a lesson's page loads before its worker and its editor has a budget (the design's 250 kB). What only the worker
 * needs, or the server that reads lessons, must not come along by way of a constant.
 */
export const REACHES: readonly Reach[] = [
  {
    from: 'components/playground/playground.tsx',
    never: [
      'memfs',
      'tldts',
      'buffer',
      'acorn',
      'magic-string',
      '@noble/hashes',
      '@noble/ciphers',
      'zod',
      'yaml',
      'unified',
    ],
  },
]

/** Where every file must belong to a row. */
export const COVERED = ['lib', 'components', 'app', 'proxy.ts']
