import nodeCrypto from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { shimmed } from '@/lib/runtime/shims/crypto-test-support'

/** What both are asked, by name of the function. Values of the wrong type are the point, so they are `unknown`. */
const calls: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  createHash: [[], [1], ['nope'], ['constructor']],
  createHmac: [[], ['nope', 'k'], ['sha256'], ['sha256', null], ['sha256', 5], ['sha256', {}], ['sha256', () => 1]],
  timingSafeEqual: [[], ['a', 'b'], [new Uint8Array(1), 'b'], [new Uint8Array(1), new Uint8Array(2)]],
  randomBytes: [[], [-1], ['5'], [Number.NaN], [2 ** 31], [2 ** 33], [5, 5], [5, null]],
  randomUUID: [[1], [null], [[]], [{ disableEntropyCache: 1 }]],
  randomInt: [
    [],
    [0],
    [5, 5],
    [5, 3],
    [1.5],
    [0, 2 ** 48],
    ['a'],
    ['a string of more than twenty-eight characters'],
    [3, 'a'],
    [3, 5, 'a'],
    [-3],
    [2 ** 53],
    [3, null],
    [-(2 ** 53), 2],
    [5n],
    [Symbol('x')],
    [Object.create(null)],
    [true],
    [new Map()],
  ],
  randomFillSync: [
    [],
    ['a'],
    [new Uint8Array(3), 4],
    [new Uint8Array(3), 1, 5],
    [new Uint8Array(3), -1],
    [new Uint8Array(3), 'a'],
    [new Uint8Array(3), 1, 'a'],
    [new Uint8Array(3), 1, -1],
    [new Uint16Array(3), 4],
    [new Uint16Array(3), 1, 3],
  ],
  randomFill: [[new Uint8Array(3)], [new Uint8Array(3), 1, 2], ['a', () => {}], [new Uint8Array(3), null, () => {}]],
  pbkdf2Sync: [
    [],
    ['a', 'b', 1, 16, 'nope'],
    ['a', 'b', 0, 16, 'sha1'],
    ['a', 'b', 1, -1, 'sha1'],
    ['a', 1, 1, 1, 'sha1'],
    [1, 'b', 1, 1, 'sha1'],
    ['a', 'b', '1', 1, 'sha1'],
    ['a', 'b', 1.5, 1, 'sha1'],
    ['a', 'b', 2 ** 31, 1, 'sha1'],
  ],
  pbkdf2: [
    ['a', 'b', 1, 1, 'sha1'],
    ['a', 'b', 1, 1, () => {}],
    ['a', 'b', 1, 1, 'nope', () => {}],
    ['a', 'b', 1, 1, 'nope'],
  ],
  scryptSync: [
    [],
    ['a'],
    ['a', 'b'],
    ['a', 'b', -1],
    ['a', 'b', 1.5],
    ['a', 1, 16],
    ['a', 'b', 16, { N: 3 }],
    ['a', 'b', 16, { N: 2 ** 20 }],
    ['a', 'b', 16, { N: 16, cost: 16 }],
    ['a', 'b', 16, { N: 'x' }],
    ['a', 'b', 16, { N: -1 }],
    ['a', 'b', 16, { blockSize: 'x' }],
    ['a', 'b', 16, { p: 1, parallelization: 1 }],
    ['a', 'b', 16, { N: 65_536, r: 1, maxmem: 2 ** 40 }],
    ['a', 'b', 16, { maxmem: 1 }],
    ['a', 'b', 16, { maxmem: -1 }],
  ],
  scrypt: [
    ['a', 'b', 16],
    ['a', 'b', 16, {}],
    ['a', 'b', 16, { N: 16, cost: 16 }, () => {}],
  ],
}

/** Everything that a program or an error page sees of what a call throws. */
function thrown(target: object, name: string, args: readonly unknown[]): unknown {
  const operation: unknown = Reflect.get(target, name)
  if (typeof operation !== 'function') throw new Error(`no function ${name}`)
  try {
    Reflect.apply(operation, target, [...args])
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const { name, message } = error
    const code: unknown = Reflect.get(error, 'code')
    return { name, message, code, text: String(error) }
  }
  return 'nothing thrown'
}

// Other versions word some of them otherwise.
describe.runIf(process.version.startsWith('v20.'))("errors are Node 20's", () => {
  const { crypto } = shimmed()
  for (const [name, all] of Object.entries(calls)) {
    it(name, () => {
      for (const args of all) {
        const expected = thrown(nodeCrypto, name, args)
        expect(expected).not.toBe('nothing thrown')
        expect(thrown(crypto, name, args)).toEqual(expected)
      }
    })
  }

  it.each([[[undefined]], [[null]], [[1]], [[{}]], [[new ArrayBuffer(1)]], [['abc', 'hex']]])('update(%o)', (args) => {
    expect(thrown(crypto.createHash('md5'), 'update', args)).toEqual(
      thrown(nodeCrypto.createHash('md5'), 'update', args),
    )
  })

  it('what follows a digest', () => {
    const finished = (one: { createHash(name: string): { digest(): unknown } }) => {
      const hash = one.createHash('md5')
      hash.digest()
      return ['digest', 'update', 'copy'].map((name) => thrown(hash, name, ['a']))
    }
    expect(finished(crypto)).toEqual(finished(nodeCrypto))
  })
})

it("a stack begins with the code where Node's does", () => {
  const { crypto } = shimmed()
  const firstLine = (run: () => unknown): string | undefined => {
    try {
      run()
    } catch (error) {
      return error instanceof Error ? error.stack?.split('\n')[0] : undefined
    }
    return undefined
  }
  const typed = 'TypeError [ERR_INVALID_ARG_TYPE]: The "max" argument must be a safe integer. Received null'
  expect(firstLine(() => crypto.randomInt(null))).toBe(typed)
  expect(firstLine(() => crypto.createHmac('nope', 'key'))).toBe('TypeError: Invalid digest: nope')
})
