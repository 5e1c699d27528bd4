import type { Action } from '@/lib/engine/story/action'
import type { Reporter } from '@/lib/lessons/diagnostic'
import { parseDuration } from '@/lib/lessons/duration'
import type { Attribute } from '@/lib/lessons/parse/attributes'
import type { LeafName } from '@/lib/lessons/parse/vocabulary'

type Attributes = ReadonlyMap<string, Attribute>

/** Where the programs of lessons listen; cookies written by hand belong to it. */
const HOST = 'localhost'
const MOST_TIMES = 100

/** What a leaf directive does; nothing when a required attribute is missing, which is reported elsewhere. */
export function actionsOf(name: LeafName, attributes: Attributes, reporter: Reporter): readonly Action[] {
  const visitor = attributes.get(name === 'new-visitor' ? 'name' : 'visitor')?.value
  switch (name) {
    case 'clock':
      return clock(attributes, reporter)
    case 'restart':
      return [{ type: 'restart' }]
    case 'new-visitor': {
      const url = urlIn(attributes.get('url'), reporter)
      return visitor === undefined ? [] : [{ type: 'new-visitor', visitor, ...(url === null ? {} : { url }) }]
    }
    case 'visit': {
      const url = urlIn(attributes.get('get'), reporter)
      const length = timesIn(attributes.get('times'), reporter)
      if (visitor === undefined || url === null) return []
      return Array.from({ length }, () => ({ type: 'visit', visitor, method: 'GET', url }))
    }
    case 'edit-cookie': {
      const cookie = attributes.get('name')?.value
      const value = attributes.get('value')?.value
      if (visitor === undefined || cookie === undefined || value === undefined) return []
      return [{ type: 'edit-cookie', visitor, host: HOST, name: cookie, value }]
    }
    case 'read-cookies':
      return visitor === undefined ? [] : [{ type: 'read-cookies', visitor }]
    default:
      return name satisfies never
  }
}

function clock(attributes: Attributes, reporter: Reporter): readonly Action[] {
  const given = attributes.get('advance')
  if (!given) return []
  const advance = parseDuration(given.value)
  if (advance !== null) return [{ type: 'clock', advance }]
  reporter.report('bad-value', given.place, `"${given.value}" is no duration such as 50ms, 10s, 30m, 2h or 1d`)
  return []
}

function urlIn(url: Attribute | undefined, reporter: Reporter): string | null {
  if (!url) return null
  if (/^(\/|https?:\/\/)/.test(url.value) && URL.canParse(url.value, 'http://localhost')) return url.value
  reporter.report('bad-value', url.place, `"${url.value}" is neither a path such as / nor an http:// address`)
  return null
}

function timesIn(times: Attribute | undefined, reporter: Reporter): number {
  if (!times) return 1
  const count = /^\d{1,3}$/.test(times.value) ? Number(times.value) : 0
  if (count >= 1 && count <= MOST_TIMES) return count
  reporter.report('bad-value', times.place, `times="${times.value}" is no number from 1 to ${MOST_TIMES}`)
  return 1
}
