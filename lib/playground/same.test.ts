import { expect, it } from 'vitest'
import { isSame } from './same'

const bytes = (...list: number[]) => Uint8Array.from(list)

it.each([
  [1, 1],
  [Number.NaN, Number.NaN],
  [{ a: [1, { b: null }] }, { a: [1, { b: null }] }],
  [
    { a: 1, b: 2 },
    { b: 2, a: 1 },
  ],
  [bytes(1, 2), bytes(1, 2)],
  [new Map([['a', [1]]]), new Map([['a', [1]]])],
])('%o says the same as %o', (a, b) => {
  expect(isSame(a, b)).toBe(true)
})

it.each([
  [1, '1'],
  [null, {}],
  [undefined, null],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [{}, []],
  [[1, 2], [1]],
  [bytes(1, 2), bytes(1, 3)],
  [bytes(1), [1]],
  [new Map([['a', 1]]), new Map([['b', 1]])],
  [() => 1, () => 1],
  [new Date(0), new Date(0)],
])('%o does not say the same as %o', (a, b) => {
  expect(isSame(a, b)).toBe(false)
})
