/** Whether anybody looks at the page, and when somebody does again. */
export interface Away {
  hidden(): boolean
  onShown(callback: () => void): () => void
}

/** How long to leave a server alone that does not answer: at first, and at most. Milliseconds. */
const FIRST = 2000
/** How long until a page that was to be brought up to date is looked at again. */
const SOON = 250
const LONGEST = 60_000

/**
 * Asks again and again whether the course is another one (the server keeps each question open for a while), and calls
 * `changed` when it is. Asks nothing while nobody looks. Returns what ends it.
 */
export function watchCourse(address: string, since: string, changed: () => void, away: Away): () => void {
  const controller = new AbortController()
  const { signal } = controller
  void follow()
  return () => controller.abort()

  async function follow(): Promise<void> {
    let pause = FIRST
    let soon = SOON
    while (!signal.aborted) {
      if (away.hidden()) await shown()
      const revision = signal.aborted ? null : await ask()
      if (signal.aborted) return
      if (revision === since) {
        pause = FIRST
        continue
      }
      if (revision !== null) changed()
      await rest(revision === null ? pause : soon)
      // A page that was brought up to date has another `since` and ends this. The first try may have met a page that
      // the server has not rendered anew yet, or behind a balancer a server that does not know of the change.
      if (revision === null) pause = Math.min(pause * 2, LONGEST)
      else soon = Math.min(soon * 2, LONGEST)
    }
  }

  /** `null`: the server did not say. */
  async function ask(): Promise<string | null> {
    try {
      const response = await fetch(address, { signal, cache: 'no-store' })
      const answer: unknown = response.ok ? await response.json() : null
      return typeof answer === 'object' && answer !== null && 'revision' in answer ? String(answer.revision) : null
    } catch {
      return null
    }
  }

  function shown(): Promise<void> {
    return new Promise((resolve) => {
      const end = away.onShown(() => {
        if (!away.hidden()) done()
      })
      const done = () => {
        end()
        signal.removeEventListener('abort', done)
        resolve()
      }
      signal.addEventListener('abort', done)
    })
  }

  function rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      signal.addEventListener('abort', done)
    })
  }
}
