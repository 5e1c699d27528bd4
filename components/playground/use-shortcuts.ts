import { type RefObject, useEffect } from 'react'
import { usePlaygroundActions } from '@/components/shared/context'
import type { PlaygroundActions } from '@/lib/playground/actions'

/** Listens for the shortcuts of `SHORTCUTS` that belong to the playground as a whole. */
export function useShortcuts(root: RefObject<HTMLElement | null>): void {
  const actions = usePlaygroundActions()
  useEffect(() => {
    function pressed(event: KeyboardEvent): void {
      if (event.key !== 'F6' && !event.defaultPrevented && act(event, actions)) event.preventDefault()
    }
    // Before the lines between the panels hear of it: they know F6 as well, and would keep the focus among them.
    function captured(event: KeyboardEvent): void {
      if (event.key !== 'F6' || !root.current) return
      if (goToPanel(root.current, event.shiftKey ? -1 : 1)) event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    window.addEventListener('keydown', captured, true)
    return () => {
      window.removeEventListener('keydown', pressed)
      window.removeEventListener('keydown', captured, true)
    }
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
  const here = document.activeElement
  const current = panels.findIndex((panel) => panel.contains(here))
  const next = current === -1 ? nearest(panels, here, step) : panels.at((current + step) % panels.length)
  next?.focus()
  return next !== undefined
}

/** From a place between the panels: the one that follows it in the page, or the one before. */
function nearest(panels: readonly HTMLElement[], here: Element | null, step: 1 | -1): HTMLElement | undefined {
  const follows = (panel: HTMLElement) =>
    here !== null && (here.compareDocumentPosition(panel) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return step === 1
    ? (panels.find(follows) ?? panels[0])
    : (panels.findLast((panel) => !follows(panel)) ?? panels.at(-1))
}
