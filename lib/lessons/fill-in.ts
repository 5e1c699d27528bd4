import type { Action } from '@/lib/engine/story/action'
import { fillIn } from '@/lib/lessons/pattern'

/** An action as it can be done: its header lines with captured values in place of their names. */
export function fillInAction(action: Action, known: ReadonlyMap<string, string>): Action {
  if (action.type !== 'visit' || !action.headers) return action
  return { ...action, headers: action.headers.map(([name, value]) => [name, fillIn(value, known)] as const) }
}
