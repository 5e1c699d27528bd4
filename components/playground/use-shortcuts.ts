import { type RefObject, useEffect } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import type { PlaygroundActions } from '@/lib/playground/actions'

/** Listens for the shortcuts of `SHORTCUTS` that belong to the playground as a whole. */
export function useShortcuts(root: RefObject<HTMLElement | null>): void {
  const actions = usePlaygroundActions()
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.defaultPrevented || !root.current) return
      const done = event.key === 'F6' ? goToPanel(root.current, event.shiftKey ? -1 : 1) : act(event, actions)
      if (done) event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [root, actions])
}

/** Alt with a letter, by its place on the keyboard: on a Mac, Option with N types a tilde. */
function act(event: KeyboardEvent, actions: PlaygroundActions): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey) return false
  if (event.code === 'KeyN' && !event.shiftKey) actions.newVisitor()
  else if (event.code === 'KeyZ' && !event.shiftKey) actions.undoAction()
  else if (event.code === 'KeyZ') actions.redoAction()
  else return false
  return true
}

/** Moves the focus to the next panel that can be seen, round and round. */
function goToPanel(root: HTMLElement, step: 1 | -1): boolean {
  const panels = [...root.querySelectorAll<HTMLElement>('[data-playground-panel]')].filter(
    (panel) => panel.offsetParent !== null,
  )
  const current = panels.findIndex((panel) => panel.contains(document.activeElement))
  const next = panels.at(current === -1 ? (step === 1 ? 0 : -1) : (current + step) % panels.length)
  next?.focus()
  return next !== undefined
}
