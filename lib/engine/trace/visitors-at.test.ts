import { expect, test } from 'vitest'
import type { EventBody } from '@/lib/engine/trace/event'
import { logOf } from '@/lib/engine/trace/log-of'
import { canGoBack, type Page, visitorsAt } from '@/lib/engine/trace/visitors-at'

const opened: EventBody = { type: 'visitor-opened', visitor: 'alice' }
const closed: EventBody = { type: 'visitor-closed', visitor: 'alice' }

function shown(url: string, history: 'push' | 'replace' | 'back' = 'push'): EventBody {
  return { type: 'page-shown', visitor: 'alice', exchange: 1, url, history }
}

/** From the page in the window down to the first. */
function history(...events: readonly EventBody[]): string[] {
  const urls: string[] = []
  const log = logOf(opened, ...events)
  const visitor = visitorsAt(log, log.length).get('alice')
  for (let page: Page | null = visitor?.page ?? null; page; page = page.previous) urls.push(page.url)
  expect(visitor && canGoBack(visitor)).toBe(urls.length > 1)
  return urls
}

test('pages pile up, a reload replaces the top, and back takes it off', () => {
  expect(history()).toEqual([])
  expect(history(shown('/a'))).toEqual(['/a'])
  expect(history(shown('/a'), shown('/b'))).toEqual(['/b', '/a'])
  expect(history(shown('/a'), shown('/b'), shown('/b2', 'replace'))).toEqual(['/b2', '/a'])
  expect(history(shown('/a'), shown('/b'), shown('/c'), shown('/b2', 'back'))).toEqual(['/b2', '/a'])
  expect(history(shown('/a'), shown('/b'), shown('/a2', 'back'), shown('/d'))).toEqual(['/d', '/a2'])
})

test('back and reload with nothing there show a page all the same', () => {
  expect(history(shown('/a', 'back'))).toEqual(['/a'])
  expect(history(shown('/a', 'replace'))).toEqual(['/a'])
})

test('closing the browser ends the history, opening it again begins a new one', () => {
  const log = logOf(opened, shown('/a'), closed, opened, shown('/b'))
  const alice = (cursor: number) => visitorsAt(log, cursor).get('alice')
  expect(alice(2)).toMatchObject({ visitor: 'alice', open: true, page: { url: '/a', exchange: 1, previous: null } })
  expect(alice(3)).toMatchObject({ visitor: 'alice', open: false, page: null })
  expect(alice(5)?.page).toEqual({ url: '/b', exchange: 1, previous: null })
})

test('a page in a window that nobody opened is ignored', () => {
  const log = logOf(shown('/a'))
  expect(visitorsAt(log, 1).size).toBe(0)
})

test('a profile stays the browser that it is, also while it is closed', () => {
  const log = logOf({ type: 'visitor-opened', visitor: 'alice', incognito: true, browser: 'rfc2109' }, closed, opened)
  const alice = (cursor: number) => visitorsAt(log, cursor).get('alice')
  expect(alice(2)).toMatchObject({ open: false, incognito: true, browser: 'rfc2109' })
  expect(alice(3)).toMatchObject({ open: true, incognito: false, browser: 'today' })
})
