import { setTimeout as pause } from 'node:timers/promises'

/** How long to leave the server alone after a question that failed, in milliseconds. */
const REST = 2000

/**
 * Asks our own server, as open pages do, whether the lessons have changed: whoever answers that has pages rendered anew.
 * So they are those of the folder that this server was started with, and follow it whether or not anybody looks at one;
 * behind a balancer the page that asks and the page that is fetched next may be different servers' pages.
 * @param site where the server is, with the path that the site lies under
 */
export async function followLessons(site: string, locale: string, signal: AbortSignal): Promise<void> {
  let since = ''
  while (!signal.aborted) {
    try {
      const answer = await fetch(`${site}/api/lessons/changes?locale=${locale}&since=${since}`, { signal })
      since = revisionIn(await answer.json())
    } catch {
      // It is being shut down, or too busy: there is another time.
      await pause(REST, undefined, { signal }).catch(() => {})
    }
  }
}

function revisionIn(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'revision' in answer) return String(answer.revision)
  throw new TypeError('no revision')
}
