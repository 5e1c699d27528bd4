import { describe, expect, it } from 'vitest'
import { durationText, exactDurationText, stopwatchText } from '@/lib/playground/duration'
import { filesInOrder } from '@/lib/playground/file-order'
import { headerRuns } from '@/lib/playground/header-lines'
import { hexRows } from '@/lib/playground/hex'
import { lineRanges } from '@/lib/playground/line-ranges'

describe('durationText', () => {
  it.each([
    [0, '0 sec'],
    [250, '250 ms'],
    [5_000, '5 sec'],
    [5_400, '5 sec'],
    [1_795_000, '29 min 55 sec'],
    [1_800_000, '30 min'],
    [93_600_000, '1 day 2 hr'],
    [86_400_000 + 60_000, '1 day'],
  ])('says %i ms as %s', (milliseconds, text) => {
    expect(durationText(milliseconds, 'en')).toBe(text)
  })

  it('puts no spaces between Chinese units', () => {
    expect(durationText(1_795_000, 'zh')).toBe('29分钟55秒')
  })
})

it.each([
  [50, '50 ms'],
  [59_999, '59.999 sec'],
  [60_000, '1 min'],
  [90_500, '1 min 30 sec'],
])('exactDurationText says %i ms as %s', (milliseconds, text) => {
  expect(exactDurationText(milliseconds, 'en')).toBe(text)
})

it('stopwatchText counts days apart from the clock', () => {
  expect(stopwatchText(5_999)).toBe('00:00:05')
  expect(stopwatchText(2 * 86_400_000 + 3 * 3_600_000)).toBe('2d 03:00:00')
})

it('lineRanges joins neighbours only', () => {
  expect(lineRanges([11, 12, 13, 33, 35, 36])).toBe('11–13, 33, 35–36')
  expect(lineRanges([])).toBe('')
})

it('hexRows shows sixteen bytes a row and stops at the limit', () => {
  const rows = hexRows(new TextEncoder().encode('欢迎 <b>\n0123456789'), 18)
  expect(rows).toEqual([
    { offset: '00000000', hex: 'e6 ac a2 e8 bf 8e 20 3c  62 3e 0a 30 31 32 33 34', text: '...... <b>.01234' },
    { offset: '00000010', hex: '35 36', text: '56' },
  ])
})

it('headerRuns keeps the order and folds only what is routine', () => {
  const runs = headerRuns([
    ['Host', 'localhost:9090'],
    ['Connection', 'keep-alive'],
    ['Sec-Fetch-Site', 'none'],
    ['Cookie', 'a=b'],
  ])
  expect(runs.map((run) => [run.routine, run.lines.map(([name]) => name)])).toEqual([
    [false, ['Host']],
    [true, ['Connection', 'Sec-Fetch-Site']],
    [false, ['Cookie']],
  ])
})

it('filesInOrder puts the entry first and package.json last', () => {
  const files = { 'package.json': '', 'a.js': '', 'server.js': '', 'views/x.ejs': '' }
  expect(filesInOrder({ files, entry: 'server.js' })).toEqual(['server.js', 'a.js', 'views/x.ejs', 'package.json'])
})
