/** A keyboard shortcut of the playground, for the list behind `?`. */
export interface Shortcut {
  /** Key of its words in the messages: `playground.shortcut.<id>`. */
  readonly id: 'next-panel' | 'previous-panel' | 'new-visitor' | 'undo-action' | 'redo-action' | 'leave-editor' | 'help'
  /** Keys as they are written on a keyboard; pressed together, except where `inTurn` says one after the other. */
  readonly keys: readonly string[]
  readonly inTurn?: true
}

/** Every shortcut, in the order in which it is listed. */
export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'next-panel', keys: ['F6'] },
  { id: 'previous-panel', keys: ['Shift', 'F6'] },
  { id: 'new-visitor', keys: ['Alt', 'N'] },
  { id: 'undo-action', keys: ['Alt', 'Z'] },
  { id: 'redo-action', keys: ['Alt', 'Shift', 'Z'] },
  { id: 'leave-editor', keys: ['Esc', 'Tab'], inTurn: true },
  { id: 'help', keys: ['?'] },
]
