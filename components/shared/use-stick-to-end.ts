import { type RefObject, useEffect } from 'react'

/** Scrolls to the end whenever `mark` changes: what came last is what one wants to see. */
export function useStickToEnd(scroller: RefObject<HTMLElement | null>, mark: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the mark's change is the reason to scroll
  useEffect(() => {
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  }, [scroller, mark])
}
