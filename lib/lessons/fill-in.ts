import type { Action } from '@/lib/engine/story/action'
import { parsePattern, patternText } from '@/lib/lessons/pattern'

/** Fills in what was captured: `connect.sid={sid}`. Unknown names stay as they are. */
export function fillIn(text: string, known: ReadonlyMap<string, string>): string {
  return patternText(parsePattern(text), known)
}

/** An action as it can be done: its header lines with captured values in place of their names. */
export function fillInAction(action: Action, known: ReadonlyMap<string, string>): Action {
  if (action.type !== 'visit' || !action.headers) return action
  return { ...action, headers: action.headers.map(([name, value]) => [name, fillIn(value, known)] as const) }
}
