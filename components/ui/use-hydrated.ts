import { useSyncExternalStore } from 'react'

/** Whether the page is alive: before that, what is typed or clicked goes to nobody. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
