import { useSyncExternalStore } from 'react'

const WIDE = '(min-width: 900px)'

/** Whether panels fit beside each other; `unknown` on the server and until the page is its own. */
export function useViewport(): 'wide' | 'narrow' | 'unknown' {
  return useSyncExternalStore(subscribe, read, () => 'unknown')
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

function read(): 'wide' | 'narrow' {
  return window.matchMedia(WIDE).matches ? 'wide' : 'narrow'
}
