import type { AttributeSpec } from '@/lib/lessons/parse/attributes'

/** `::name{…}` on a line of its own: something that is done. */
export const LEAF_DIRECTIVES = {
  'new-visitor': { name: 'required', url: 'optional' },
  visit: { visitor: 'required', get: 'required', times: 'optional' },
  clock: { advance: 'required' },
  restart: {},
  'edit-cookie': { visitor: 'required', name: 'required', value: 'required' },
  'read-cookies': { visitor: 'required' },
} as const satisfies Readonly<Record<string, AttributeSpec>>

/** `:::name{…}` … `:::`: something that holds text. */
export const CONTAINER_DIRECTIVES = {
  task: { id: 'required', law: 'optional', capture: 'optional' },
  hint: { task: 'required' },
  predict: { answer: 'required' },
  wrong: { task: 'required', program: 'required' },
  aside: { kind: 'required' },
} as const satisfies Readonly<Record<string, AttributeSpec>>

/** Fences that mean something. */
export const FENCES = {
  http: { visitor: 'required', at: 'optional', from: 'optional', via: 'optional' },
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
