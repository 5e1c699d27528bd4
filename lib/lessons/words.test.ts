import { describe, expect, it } from 'vitest'
import { parseDuration } from '@/lib/lessons/duration'
import { fillInAction } from '@/lib/lessons/fill-in'
import { visitorsAfter, withVisitors } from '@/lib/lessons/open-visitors'
import { fillIn, parsePattern, patternText } from '@/lib/lessons/pattern'
import { didYouMean, editDistance } from '@/lib/lessons/suggest'

describe('suggestions', () => {
  it.each([
    ['count', 'count', 0],
    ['conut', 'count', 1],
    ['cont', 'count', 1],
    ['counts', 'count', 1],
    ['ab', 'ba', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('%s and %s are %i apart', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance)
  })

  it('are made when they are close', () => {
    expect(didYouMean('conut', ['visit', 'count'])).toBe('; did you mean "count"?')
    expect(didYouMean('Count', ['count'])).toBe('; did you mean "count"?')
    expect(didYouMean('x', ['count'])).toBe('')
    expect(didYouMean('x'.repeat(100_000), ['count'])).toBe('')
  })
})

it.each([
  ['50ms', 50],
  ['1.5s', 1500],
  ['30m', 1_800_000],
  ['2h', 7_200_000],
  ['14d', 1_209_600_000],
  ['0s', 0],
  ['', null],
  ['1', null],
  ['-1s', null],
  ['1 s', null],
  ['0.0001s', null],
  ['1e3s', null],
])('%s is %s milliseconds', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds)
})

describe('patterns', () => {
  it('are text and captures', () => {
    expect(parsePattern('a={sid}; {!other}{x')).toEqual([
      { type: 'text', text: 'a=' },
      { type: 'capture', name: 'sid', other: false },
      { type: 'text', text: '; ' },
      { type: 'capture', name: 'other', other: true },
      { type: 'text', text: '{x' },
    ])
    expect(parsePattern('{balance: 90}')).toEqual([{ type: 'text', text: '{balance: 90}' }])
  })

  it('are written as they were, or with what is known', () => {
    const known = new Map([['sid', '7']])
    expect(patternText(parsePattern('a={sid}{!sid}{x}'))).toBe('a={sid}{!sid}{x}')
    expect(patternText(parsePattern('a={sid}{!sid}{x}'), known)).toBe('a=7{!sid}{x}')
    expect(fillIn('{sid}-{x}', known)).toBe('7-{x}')
  })

  it('are filled in within the header lines of a request', () => {
    const visit = { type: 'visit', visitor: 'bob', method: 'GET', url: '/' } as const
    const known = new Map([['sid', '7']])
    expect(fillInAction({ ...visit, headers: [['Cookie', 'a={sid}']] }, known)).toEqual({
      ...visit,
      headers: [['Cookie', 'a=7']],
    })
    expect(fillInAction(visit, known)).toBe(visit)
  })
})

describe('visitors', () => {
  const opening = { type: 'new-visitor', visitor: 'bob' } as const
  const visit = { type: 'visit', visitor: 'bob', method: 'GET', url: '/' } as const
  const closing = { type: 'close-visitor', visitor: 'bob' } as const
  const edit = { type: 'edit-cookie', visitor: 'bob', host: 'localhost', name: 'a', value: '1' } as const
  const copy = { type: 'copy-cookie', visitor: 'bob', of: 'alice', host: 'localhost', name: 'a' } as const

  it('are opened before they act', () => {
    expect(withVisitors([visit, visit], [{ ...opening, visitor: 'alice' }])).toEqual([opening, visit, visit])
    expect(withVisitors([visit], [opening])).toEqual([visit])
    expect(withVisitors([visit], [opening, closing])).toEqual([opening, visit])
    expect(withVisitors([{ type: 'restart' }], [])).toEqual([{ type: 'restart' }])
    expect(withVisitors([opening, visit], [])).toEqual([opening, visit])
    expect(withVisitors([closing], [])).toEqual([closing])
  })

  it('need no window for their jar', () => {
    expect(withVisitors([edit], [opening, closing])).toEqual([edit])
    expect(withVisitors([edit], [])).toEqual([opening, edit])
    expect(withVisitors([copy], [opening])).toEqual([{ ...opening, visitor: 'alice' }, copy])
  })

  it('are there when they are copies of others', () => {
    const clone = { type: 'clone-visitor', visitor: 'eve', of: 'bob' } as const
    const visitOfEve = { ...visit, visitor: 'eve' }
    expect(withVisitors([clone, visitOfEve], [])).toEqual([opening, clone, visitOfEve])
  })

  it('are there until they close their browser', () => {
    expect([...visitorsAfter([opening, visit])]).toEqual(['bob'])
    expect([...visitorsAfter([opening, visit, closing])]).toEqual([])
  })
})
