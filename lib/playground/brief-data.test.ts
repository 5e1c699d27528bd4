import { expect, it } from 'vitest'
import { briefData } from '@/lib/playground/brief-data'

it('leaves the cookie out of a session’s JSON, also where redis-cli printed it', () => {
  const json = '{"cookie":{"originalMaxAge":null,"path":"/"},"visit":1}'
  expect(briefData(json)).toBe('{…,"visit":1}')
  expect(briefData(JSON.stringify(json))).toBe('{…,"visit":1}')
})

it('leaves short things as they are', () => {
  for (const text of ['OK', '(nil)', '(integer) 1', 'sess:abc', '"\\x00"']) expect(briefData(text)).toBe(text)
})

it('cuts what is long', () => {
  expect(briefData('剪'.repeat(100))).toBe(`${'剪'.repeat(47)}…`)
})
