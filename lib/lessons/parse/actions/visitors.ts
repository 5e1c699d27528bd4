import type { Action, BrowserKind } from '@/lib/engine/story/action'
import type { Given } from '@/lib/lessons/parse/actions/given'
import { circumstancesOf } from '@/lib/lessons/parse/circumstances'

const BROWSERS: readonly BrowserKind[] = ['today', 'rfc2109']
const MOST_TIMES = 100

/** `::new-visitor{name=bob url=/ incognito browser=rfc2109}` */
export function newVisitor(given: Given): readonly Action[] {
  const visitor = given.text('name')
  const url = given.url('url')
  const browser = given.oneOf('browser', BROWSERS)
  if (visitor === undefined) return []
  return [
    {
      type: 'new-visitor',
      visitor,
      ...(url === undefined ? {} : { url }),
      ...(given.has('incognito') ? { incognito: true } : {}),
      ...(browser === undefined ? {} : { browser }),
    },
  ]
}

/** `::clone-visitor{name=eve of=alice}` */
export function cloneVisitor(given: Given): readonly Action[] {
  const visitor = given.text('name')
  const of = given.text('of')
  if (visitor === undefined || of === undefined) return []
  if (visitor !== of) return [{ type: 'clone-visitor', visitor, of }]
  given.report('bad-value', 'of', `"${visitor}" can't be a copy of itself`)
  return []
}

/** `::visit{visitor=bob get=/ times=9 via=link from=https://evil.example}` */
export function visit(given: Given): readonly Action[] {
  const visitor = given.text('visitor')
  const url = given.url('get')
  const length = timesIn(given)
  const how = circumstancesOf(given)
  if (visitor === undefined || url === undefined) return []
  return Array.from({ length }, () => ({ type: 'visit', visitor, method: 'GET', url, ...how }))
}

/** What needs a visitor and nothing else: `::reload{visitor=alice}` */
export function simple(type: 'reload' | 'back' | 'close-visitor' | 'read-cookies') {
  return (given: Given): readonly Action[] => {
    const visitor = given.text('visitor')
    return visitor === undefined ? [] : [{ type, visitor }]
  }
}

function timesIn(given: Given): number {
  const times = given.text('times')
  if (times === undefined) return 1
  const count = /^\d{1,3}$/.test(times) ? Number(times) : 0
  if (count >= 1 && count <= MOST_TIMES) return count
  given.report('bad-value', 'times', `times="${times}" is no number from 1 to ${MOST_TIMES}`)
  return 1
}
