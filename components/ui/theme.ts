type Theme = 'light' | 'dark'

const KEY = 'barbershop:theme:v1'

/** Runs before anything is painted, so that a chosen theme does not flash the other one first. */
export const THEME_SCRIPT = `try{const t=localStorage.getItem('${KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`

/** Changes to the other theme. What the browser prefers is not kept as a choice: it is followed again. */
export function switchTheme(): void {
  const preferred: Theme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const current = document.documentElement.dataset.theme ?? preferred
  const next: Theme = current === 'dark' ? 'light' : 'dark'
  if (next === preferred) delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = next
  try {
    if (next === preferred) window.localStorage.removeItem(KEY)
    else window.localStorage.setItem(KEY, next)
  } catch {
    // Without storage the choice holds until the page is left.
  }
}
