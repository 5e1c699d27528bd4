import { describe, expect, it } from 'vitest'
import { installStacks, nodeStack, stackOf } from './node-stacks'

const SPIDER_MONKEY = `FileStore.prototype.get/<@/app/filestore.js:20:42
async*save@node:iron-session:3:20319
@
@/app/server.js:9:1
`

describe('nodeStack', () => {
  it('says what the error says, and words frames as V8 does', () => {
    expect(nodeStack('TypeError: no card', SPIDER_MONKEY)).toBe(`TypeError: no card
    at FileStore.prototype.get/< (/app/filestore.js:20:42)
    at async save (node:iron-session:3:20319)
    at /app/server.js:9:1`)
  })

  it('leaves alone what says it already', () => {
    const { stack = '' } = new TypeError('no card')
    expect(nodeStack('TypeError: no card', stack)).toBe(stack)
  })
})

describe('installStacks', () => {
  it('answers for an accessor that all errors share', () => {
    const errors = {
      get stack() {
        return this === errors ? undefined : SPIDER_MONKEY
      },
      toString: () => 'Error: closed',
    }
    installStacks(errors)
    expect(Object.create(errors).stack).toMatch(/^Error: closed\n {4}at FileStore/)
    expect(errors.stack).toBeUndefined()
  })

  it('leaves V8 alone', () => {
    const before = Object.getOwnPropertyDescriptors(Error.prototype)
    installStacks(Error.prototype)
    expect(Object.getOwnPropertyDescriptors(Error.prototype)).toEqual(before)
  })
})

it('stackOf gives what V8 has, whatever was said to the error later', () => {
  const error = new Error('closed')
  const { stack } = error
  error.message = 'open'
  expect(stackOf(error)).toBe(stack)
})
