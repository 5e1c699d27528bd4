import { describe, expect, test } from 'vitest'
import { parseCookieDate } from '@/lib/engine/cookies/cookie-date'

const nov6 = Date.UTC(1994, 10, 6, 8, 49, 37)

describe('5.1.1 Dates', () => {
  test.each([
    ['as HTTP writes it', 'Sun, 06 Nov 1994 08:49:37 GMT'],
    ['RFC 850, with dashes', 'Sunday, 06-Nov-94 08:49:37 GMT'],
    ['asctime, the year last', 'Sun Nov  6 08:49:37 1994'],
    ['any order', '08:49:37 1994 nov 6'],
    ['month in full and in any case', '6 NOVEMBER 1994 08:49:37'],
    ['one digit each', '6 Nov 1994 8:49:37'],
    ['the zone is ignored', 'Sun, 06 Nov 1994 08:49:37 +0800'],
    ['a wrong weekday is ignored', 'Fri, 06 Nov 1994 08:49:37 GMT'],
    ['rubbish after the digits of a token', '6th Nov 1994AD 08:49:37Z'],
    ['delimiters of every kind', '/6@Nov[1994]{08:49:37}\t'],
    ['the second time is no time but may be the day', '08:49:37 06:00:00 Nov 1994'],
    ['more of a kind: the first counts', '6 Nov 1994 08:49:37 7 Dec 2001 01:02:03'],
  ])('%s', (_, text) => {
    expect(parseCookieDate(text)).toBe(nov6)
  })

  test.each([
    ['69', 2069],
    ['00', 2000],
    ['70', 1970],
    ['99', 1999],
    ['100', null],
    ['1600', null],
    ['1601', 1601],
    ['9999', 9999],
    ['069', 2069],
  ])('steps 3 to 5: year %s means %s', (year, meant) => {
    const at = parseCookieDate(`01 Jan ${year} 00:00:00 GMT`)
    expect(at === null ? null : new Date(at).getUTCFullYear()).toBe(meant)
  })

  test.each([
    ['nothing', ''],
    ['no time', '06 Nov 1994'],
    ['no day', 'Nov 1994 08:49:37'],
    ['no month', '06 1994 08:49:37'],
    ['no year', '06 Nov 08:49:37'],
    ['a time without seconds', '06 Nov 1994 08:49'],
    ['three digits in a time field', '06 Nov 1994 08:49:370'],
    ['a year of five digits', '06 Nov 19945 08:49:37'],
    ['a day of three digits', '006 Nov 1994 08:49:37'],
    ['day 0', '0 Nov 1994 08:49:37'],
    ['day 32', '32 Nov 1994 08:49:37'],
    ['a day that the month has not', '31 Nov 1994 08:49:37'],
    ['29 February of a common year', '29 Feb 2023 08:49:37'],
    ['hour 24', '06 Nov 1994 24:00:00'],
    ['minute 60', '06 Nov 1994 08:60:00'],
    ['a leap second', '31 Dec 2016 23:59:60'],
    ['ISO 8601, whose dashes are delimiters and whose T is none', '1994-11-06T08:49:37Z'],
    ['a number', '784111777'],
  ])('fails on %s', (_, text) => {
    expect(parseCookieDate(text)).toBeNull()
  })

  test('29 February of a leap year exists', () => {
    expect(parseCookieDate('29 Feb 2024 00:00:00')).toBe(Date.UTC(2024, 1, 29))
  })

  test('a token of one hundred thousand digits takes no time to speak of', () => {
    expect(parseCookieDate('1'.repeat(100_000))).toBeNull()
  })
})
