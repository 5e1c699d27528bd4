import type { Action } from '@/lib/engine/story/action'
import { addCookie, copyCookie, deleteCookie, editCookie, tamperCookie } from '@/lib/lessons/parse/actions/cookies'
import type { Given } from '@/lib/lessons/parse/actions/given'
import { deleteFile, redis, writeFile } from '@/lib/lessons/parse/actions/keeping'
import { addServer, balance, clock, crashInWrite, restart, stopServer } from '@/lib/lessons/parse/actions/servers'
import { cloneVisitor, newVisitor, simple, visit } from '@/lib/lessons/parse/actions/visitors'
import type { LeafName } from '@/lib/lessons/parse/vocabulary'

/** What a directive does; nothing when something is missing or wrong, which has been reported then. */
type Maker = (given: Given) => readonly Action[]

const MAKERS = {
  'new-visitor': newVisitor,
  'clone-visitor': cloneVisitor,
  'close-visitor': simple('close-visitor'),
  visit,
  reload: simple('reload'),
  back: simple('back'),
  'read-cookies': simple('read-cookies'),
  'edit-cookie': editCookie,
  'add-cookie': addCookie,
  'delete-cookie': deleteCookie,
  'copy-cookie': copyCookie,
  'tamper-cookie': tamperCookie,
  clock,
  restart,
  'add-server': addServer,
  'stop-server': stopServer,
  balance,
  'crash-in-write': crashInWrite,
  'write-file': writeFile,
  'delete-file': deleteFile,
  'stop-redis': () => [{ type: 'stop-redis' }],
  'start-redis': () => [{ type: 'start-redis' }],
  redis,
} as const satisfies Readonly<Record<LeafName, Maker>>

/** What a leaf directive does. */
export function actionsOf(name: LeafName, given: Given): readonly Action[] {
  return MAKERS[name](given)
}
