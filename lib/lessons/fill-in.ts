import type { Action } from '@/lib/engine/story/action'
import { fillIn } from '@/lib/lessons/pattern'

/**
 * An action as it can be done: a request's header lines and body with captured values in place of their names.
 * @param inHeaders what stands for a name in a header line, where that is another text
 */
export function fillInAction(
  action: Action,
  known: ReadonlyMap<string, string>,
  inHeaders: ReadonlyMap<string, string> = known,
): Action {
  if (action.type !== 'visit' || (!action.headers && action.body === undefined)) return action
  const { headers, body } = action
  return {
    ...action,
    ...(headers ? { headers: headers.map(([name, value]) => [name, fillIn(value, inHeaders)] as const) } : {}),
    ...(body === undefined ? {} : { body: fillIn(body, known) }),
  }
}
