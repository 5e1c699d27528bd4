import type { AttributeSpec } from '@/lib/lessons/parse/attributes'

/** Whose cookie it is; `host` is localhost unless it is said. */
const COOKIE = { visitor: 'required', name: 'required', host: 'optional' } as const

/** `::name{…}` on a line of its own: something that is done. */
export const LEAF_DIRECTIVES = {
  'new-visitor': { name: 'required', url: 'optional', incognito: 'flag', browser: 'optional' },
  'clone-visitor': { name: 'required', of: 'required' },
  'close-visitor': { visitor: 'required' },
  visit: { visitor: 'required', get: 'required', times: 'optional', via: 'optional', from: 'optional' },
  reload: { visitor: 'required' },
  back: { visitor: 'required' },
  'read-cookies': { visitor: 'required' },
  'edit-cookie': { ...COOKIE, value: 'required' },
  'add-cookie': { visitor: 'required', line: 'required', host: 'optional' },
  'delete-cookie': COOKIE,
  'copy-cookie': { ...COOKIE, of: 'required' },
  'tamper-cookie': { ...COOKIE, how: 'required' },
  clock: { advance: 'optional', until: 'optional' },
  restart: { server: 'optional' },
  'add-server': {},
  'stop-server': { server: 'required' },
  balance: { by: 'required' },
  'crash-in-write': {},
  'write-file': { path: 'required', content: 'required' },
  'delete-file': { path: 'required' },
  'stop-redis': {},
  'start-redis': {},
  redis: { command: 'required' },
} as const satisfies Readonly<Record<string, AttributeSpec>>

/** `:::name{…}` … `:::`: something that holds text. */
export const CONTAINER_DIRECTIVES = {
  task: { id: 'required', law: 'optional', capture: 'optional' },
  hint: { task: 'required' },
  predict: { answer: 'required', id: 'optional' },
  findings: {},
  wrong: { task: 'required', program: 'required' },
  aside: { kind: 'required' },
} as const satisfies Readonly<Record<string, AttributeSpec>>

/** Fences that mean something. */
export const FENCES = {
  http: { visitor: 'required', at: 'optional', from: 'optional', via: 'optional', follow: 'flag' },
  jar: { visitor: 'required' },
  sessions: {},
  files: {},
  redis: {},
} as const satisfies Readonly<Record<string, AttributeSpec>>

/** Fences that are only shown. */
export const SHOWN_FENCES: readonly string[] = ['js', 'json', 'html', 'css', 'sh', 'text']

export type LeafName = keyof typeof LEAF_DIRECTIVES
export type ContainerName = keyof typeof CONTAINER_DIRECTIVES
export type FenceName = keyof typeof FENCES

export function isLeafName(name: string): name is LeafName {
  return Object.hasOwn(LEAF_DIRECTIVES, name)
}

export function isContainerName(name: string): name is ContainerName {
  return Object.hasOwn(CONTAINER_DIRECTIVES, name)
}

export function isFenceName(name: string): name is FenceName {
  return Object.hasOwn(FENCES, name)
}
