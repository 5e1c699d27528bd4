import type { Action } from '@/lib/engine/story/action'
import { fillIn } from '@/lib/lessons/pattern'

/** An action as it can be done: a request's header lines and body with captured values in place of their names. */
export function fillInAction(action: Action, known: ReadonlyMap<string, string>): Action {
  if (action.type !== 'visit' || (!action.headers && action.body === undefined)) return action
  const { headers, body } = action
  return {
    ...action,
    ...(headers ? { headers: headers.map(([name, value]) => [name, fillIn(value, known)] as const) } : {}),
    ...(body === undefined ? {} : { body: fillIn(body, known) }),
  }
}
