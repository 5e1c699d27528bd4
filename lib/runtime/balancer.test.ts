import { expect, test } from 'vitest'
import { Balancer } from '@/lib/runtime/balancer'

const servers = (...numbers: number[]) => numbers.map((number) => ({ server: `server-${number}` }))
const all = servers(1, 2, 3)

/** Who answers requests of these visitors, by the servers' numbers. */
function answers(balancer: Balancer, visitors: string, listeners = all, port = 80): string {
  return [...visitors].map((visitor) => balancer.choose(port, visitor, listeners)?.server.slice(-1) ?? '-').join('')
}

test('each in turn, whoever asks', () => {
  const balancer = new Balancer('round-robin')
  expect(answers(balancer, 'aaaab')).toBe('12312')
})

test('the others take over where one does not listen', () => {
  const balancer = new Balancer('round-robin')
  expect(answers(balancer, 'a')).toBe('1')
  expect(answers(balancer, 'aaa', servers(1, 3))).toBe('313')
  expect(answers(balancer, 'aa', servers(3))).toBe('33')
  expect(answers(balancer, 'aaa')).toBe('123')
  expect(answers(balancer, 'a', [])).toBe('-')
})

test('turns are each port’s own', () => {
  const balancer = new Balancer('round-robin')
  expect([answers(balancer, 'a', all, 80), answers(balancer, 'a', all, 90), answers(balancer, 'a', all, 80)]).toEqual([
    '1',
    '1',
    '2',
  ])
})

test('sticky: the first request decides, and the rest follow it', () => {
  const balancer = new Balancer('sticky')
  expect(answers(balancer, 'abacabc')).toBe('1213123')
})

test('sticky: who is gone is followed no longer, also once it is back', () => {
  const balancer = new Balancer('sticky')
  expect(answers(balancer, 'ab')).toBe('12')
  expect(answers(balancer, 'aab', servers(2, 3))).toBe('332')
  expect(answers(balancer, 'ab')).toBe('32')
})

test('another program of the world stays with nobody', () => {
  const balancer = new Balancer('sticky')
  expect([1, 2].map(() => balancer.choose(80, null, all)?.server)).toEqual(['server-1', 'server-2'])
})

test('a change of mind forgets who stayed with whom', () => {
  const balancer = new Balancer('sticky')
  expect(answers(balancer, 'aa')).toBe('11')
  balancer.balance('round-robin')
  expect(answers(balancer, 'aa')).toBe('23')
  balancer.balance('sticky')
  expect(answers(balancer, 'aa')).toBe('11')
})
