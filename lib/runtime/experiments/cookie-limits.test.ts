import { describe, expect, test } from 'vitest'
import type { Action } from '@/lib/engine/story/action'
import type { Event } from '@/lib/engine/trace/event'
import { jarAt, jarEntries } from '@/lib/engine/trace/jar-at'
import { logOf } from '@/lib/engine/trace/log-of'
import { rulesOf } from '@/lib/runtime/experiments/seen'
import { alice, app, EPOCH, log, only, visit } from '@/lib/runtime/test-support'

/** How much a browser keeps is the browser's affair: the server is not told what was refused, or let go of later. */
const PROGRAM = app(`
app.get('/size/:octets', (req, res) => res.cookie('a', 'x'.repeat(req.params.octets - 1)).send('ok'))
app.get('/many/:count', (req, res) => {
  for (let n = 1; n <= req.params.count; n++) res.append('Set-Cookie', (req.query.name || 'c') + n + '=1; Path=/' + (req.query.more || ''))
  res.send('ok')
})
app.get('/days/:days', (req, res) => res.cookie('a', '1', { maxAge: req.params.days * 86400000 }).send('ok'))`)

const many = (count: number, name: string, more = ''): Action =>
  visit(`/many/${count}?name=${name}&more=${encodeURIComponent(more)}`)
const later: Action = { type: 'clock', advance: 1000 }

function jar(events: readonly Event[]) {
  const log = logOf(...events)
  return jarEntries(jarAt(log, log.length), 'alice').map(({ cookie }) => cookie)
}

function evicted(events: readonly Event[]): string[] {
  return only(events, 'cookie').flatMap(({ decision }) => (decision.kind === 'removed' ? [decision.cookie.name] : []))
}

const names = (name: string, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, n) => `${name}${first + n}`)

describe('today', () => {
  test('4096 bytes of name and value are kept, 4097 are refused whole', async () => {
    const events = await log(PROGRAM, [alice, visit('/size/4096'), visit('/size/4097')])
    expect(rulesOf(events, 1)).toEqual(['added'])
    expect(rulesOf(events, 2)).toEqual(['sent', 'pair-too-large'])
    expect(jar(events).map(({ name, value }) => name.length + value.length)).toEqual([4096])
  })

  test('the 181st cookie of a site leaves 150: the least recently used are gone', async () => {
    const events = await log(PROGRAM, [alice, many(180, 'c'), later, many(1, 'last')])
    expect(evicted(events)).toEqual(names('c', 1, 31))
    expect(jar(events)).toHaveLength(150)
    expect(rulesOf(events, 2).filter((rule) => rule.startsWith('evicted'))).toEqual(
      Array(31).fill('evicted-not-secure'),
    )
  })

  test('of those used alike, what is not Secure goes first', async () => {
    const events = await log(PROGRAM, [alice, many(100, 's', '; Secure'), later, many(80, 'c'), later, many(1, 'last')])
    expect(evicted(events)).toEqual(names('c', 1, 31))
  })

  test('low priority goes before medium, and medium before high', async () => {
    const low = many(60, 'l', '; Priority=Low')
    const high = many(60, 'h', '; Priority=High')
    const events = await log(PROGRAM, [
      alice,
      high,
      later,
      many(60, 'm'),
      later,
      low,
      later,
      many(1, 'last', '; Priority=High'),
    ])
    // 30 of low priority are spared, so one of medium priority has to go as well.
    expect(evicted(events)).toEqual([...names('l', 1, 30), 'm1'])
  })

  test('500 days are stored as 400', async () => {
    const events = await log(PROGRAM, [alice, visit('/days/500')])
    expect(jar(events)).toMatchObject([{ expiry: EPOCH + 400 * 86_400_000 }])
  })
})

describe('1997', () => {
  const old: Action = { type: 'new-visitor', visitor: 'alice', browser: 'rfc2109' }

  test('20 cookies of a host are kept; for one more the one used longest ago goes', async () => {
    const events = await log(PROGRAM, [old, many(20, 'c'), later, many(2, 'last')])
    expect(evicted(events)).toEqual(['c1', 'c2'])
    expect(jar(events).map(({ name }) => name)).toEqual([...names('c', 3, 20), 'last1', 'last2'])
  })

  test('a lifetime is kept as it is asked for', async () => {
    const events = await log(PROGRAM, [old, visit('/days/500')])
    expect(jar(events)).toMatchObject([{ expiry: EPOCH + 500 * 86_400_000 }])
  })
})
