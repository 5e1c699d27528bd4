import { format } from 'node-inspect-extracted'
import { describe, expect, it } from 'vitest'
import { plainText } from './plain-text'

describe('plainText', () => {
  it.each([
    [[]],
    [['']],
    [['a']],
    [['100%']],
    [['%s']],
    [['a', 'b', '']],
    [['port', 8080]],
    [[1, '%d', 0.5]],
    [[1e21]],
  ])('%j is what format makes of it', (args) => {
    expect(plainText(args)).toBe(format(...args))
  })

  it.each([[['%s', 'a']], [['%', 1]], [[0]], [[-0]], [[Number.NaN]], [[null]], [[undefined]], [['a', {}]], [[true]]])(
    'leaves %j to format',
    (args) => {
      expect(plainText(args)).toBeNull()
    },
  )
})
