import { LINES, type Outcome, RESTART, STORY, type Where } from '@/lib/runtime/replaced/worlds'
import { only } from '@/lib/runtime/test-support'

/** Replaced so often, in tests above all, that it is no news: the fault says itself what is wrong. */
const NO_NEWS = new Set(['Date.now'])

/** What a student would have reason to complain of, after a program replaced a built-in. */
export function problems(name: string, where: Where, { log, error }: Outcome): string[] {
  if (error !== null) return [error]
  const found: string[] = []
  if (only(log, 'action-ended').length !== STORY.length) found.push('not every action came to its end')
  const heads = only(log, 'response-head')
  const failed = only(log, 'exchange-failed')
  for (const { exchange } of only(log, 'request-sent')) {
    const over = [...only(log, 'response-ended'), ...failed].some((event) => event.exchange === exchange)
    if (!over) found.push(`exchange ${exchange} is under way for ever`)
  }
  const faults = only(log, 'fault')
  const troubled = failed.length > 0 || heads.some(({ head }) => head.status !== 200)
  if (troubled && faults.length === 0) found.push('something went wrong, and nothing says what')
  for (const { fault, message, replaced } of NO_NEWS.has(name) ? [] : faults) {
    const named = replaced && (name.includes('(') ? replaced.names.length === 1 : replaced.names.includes(name))
    if (!named) found.push(`${fault} (${message}) names ${replaced?.names}`)
    if (replaced?.place?.line !== LINES[where]) found.push(`${fault} (${message}) does not tell the line`)
  }
  // A restart brings back what a handler replaced; what the program replaces as it starts, it replaces again.
  const later = faults.filter(({ action }) => action !== null && action >= RESTART)
  if (where === 'in a handler' && (later.length > 0 || heads.at(-1)?.head.status !== 200)) {
    found.push('the restarted program still suffers')
  }
  return found
}
