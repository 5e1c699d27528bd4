import { useSyncExternalStore } from 'react'

/** Whether the page is dark at present, by whatever way it came to be. */
export function useDarkTheme(): boolean {
  return useSyncExternalStore(subscribe, isDark, () => false)
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(changed)
  query.addEventListener('change', changed)
  observer.observe(document.documentElement, { attributes: true })
  return () => {
    query.removeEventListener('change', changed)
    observer.disconnect()
  }
}

/** The page's style sheet sets `color-scheme` to the theme in use. */
function isDark(): boolean {
  const scheme = getComputedStyle(document.documentElement).colorScheme
  if (scheme === 'dark' || scheme === 'light') return scheme === 'dark'
  return window.matchMedia('(prefers-color-scheme: dark)').matches
}
