import { describe, expect, it } from 'vitest'
import { ALLOWED_GLOBALS, WITHHELD_GLOBALS, WITHHELD_MEMBERS } from '@/lib/runtime/isolation/allowed-globals'
import { reachable } from '@/lib/runtime/isolation/lockdown'
import { inWorker } from '@/lib/runtime/isolation/test-support'

const allowed = ALLOWED_GLOBALS.flatMap(({ names }) => names)
const withheld = WITHHELD_GLOBALS.flatMap(({ names }) => names)
const members = WITHHELD_MEMBERS.map(({ owner, member }) => `${owner}.${member}`)

/** Runs a function body, and before it `confine`; `isolation` is out of the program's sight. */
const confined = (body: string, keep: readonly string[] = []) =>
  inWorker(`const { confine, reachable, snapshotIntrinsics } = isolation
    const left = confine(globalThis, ${JSON.stringify(keep)})
    isolation = undefined
    ${body}`)

describe('confine', () => {
  it('leaves no global name but the allowed ones, own or inherited', async () => {
    const paths = await confined('return reachable(globalThis)')
    const names = (Array.isArray(paths) ? paths : []).map(String)
    // The bundle's own name is a `var` of the script, which nobody can delete.
    const top = names.filter((name) => !/[.[]/.test(name) && name !== 'isolation')
    expect(top.filter((name) => !allowed.includes(name))).toEqual([])
    expect(top).toEqual(
      expect.arrayContaining(['Array', 'Promise', 'URL', 'AbortController', 'structuredClone', 'atob']),
    )
    expect(names.filter((name) => name.startsWith('__proto__.') && !name.startsWith('__proto__.__proto__'))).toEqual([])
    expect(names.filter((name) => members.includes(name))).toEqual([])
  })

  it.each([
    ['by name', 'typeof NAME'],
    ['as properties of the global object', 'typeof globalThis.NAME'],
    ['from sloppy code', `typeof new Function('return this')().NAME`],
    ['over the prototype of the global object', 'typeof Object.getPrototypeOf(globalThis).NAME'],
    ['over its constructor', 'typeof globalThis.constructor.NAME'],
    ['in indirect eval', `typeof (0, eval)('this').NAME`],
    ['as accessors left over', `typeof (globalThis.__lookupGetter__('NAME') ?? globalThis.__lookupSetter__('NAME'))`],
  ])('makes withheld globals unreachable %s', async (_way, expression) => {
    const found = await confined(`return ${JSON.stringify(withheld)}.filter((name) =>
      (0, eval)(${JSON.stringify(expression)}.replaceAll('NAME', name)) !== 'undefined')`)
    expect(found).toEqual([])
  })

  it('gives what the engine does not let go', async () => {
    expect(await confined('return left')).toEqual(['isolation'])
  })

  it('keeps what it is asked to keep', async () => {
    expect(await confined('return [typeof fetch, typeof crypto, typeof Blob]', ['fetch', 'crypto'])).toEqual([
      'function',
      'object',
      'undefined',
    ])
  })

  it('refuses dynamic import', async () => {
    const outcome = await inWorker(`const { runInThisContext } = require('node:vm')
      isolation.confine(globalThis)
      return runInThisContext('(async () => (0, eval)("import(\\\\"node:fs\\\\")"))()').then(() => 'loaded', () => 'refused')`)
    expect(outcome).toBe('refused')
  })

  it('leaves what is allowed working', async () => {
    const results = await confined(`const seen = []
      const controller = new AbortController()
      controller.signal.addEventListener('abort', (event) => seen.push(event.type, event.timeStamp))
      controller.abort()
      const target = new (class extends EventTarget {})()
      target.addEventListener('ring', ({ detail }) => seen.push(detail))
      target.dispatchEvent(new CustomEvent('ring', { detail: 7 }))
      queueMicrotask(() => seen.push('microtask'))
      await null
      await null
      return [...seen, new URL('/a?b=1', 'http://shop.example').search, atob(btoa('x')), structuredClone({ y: 1 }).y,
        new TextDecoder().decode(new TextEncoder().encode('é')), String(globalThis)]`)
    expect(results).toEqual(['abort', undefined, 7, 'microtask', '?b=1', 'x', 1, 'é', '[object global]'])
  })

  it.each([
    ['by the engine as it is', '', ['collected']],
    ['never to a confined program', 'isolation.confine(globalThis)', []],
  ])('garbage collection is reported %s', async (_to, confining, expected) => {
    const reports = await inWorker(`require('node:v8').setFlagsFromString('--expose-gc')
      const collect = require('node:vm').runInNewContext('gc'), later = setImmediate
      ${confining}
      const reports = []
      const registry = new FinalizationRegistry((held) => reports.push(held))
      ;(() => registry.register({}, 'collected'))()
      for (let i = 0; i < 50 && reports.length === 0; i++) {
        await new Promise((resolve) => later(resolve))
        collect()
      }
      return reports`)
    expect(reports).toEqual(expected)
  })

  it('loads lazy globals, so that a snapshot finds and restores them', async () => {
    const results = await confined(`const snapshot = snapshotIntrinsics(globalThis)
      AbortController.prototype.abort = DOMException.prototype.mine = btoa.mine = 1
      const stuck = snapshot.restore()
      return [stuck, typeof AbortController.prototype.abort, 'mine' in DOMException.prototype, 'mine' in btoa]`)
    expect(results).toEqual([[], 'function', false, false])
  })
})

describe('reachable', () => {
  it('lists properties, accessors and prototypes, each object once, and calls no getter', () => {
    const shared = { x: 1 }
    const prototype = Object.assign(Object.create(null), { inherited: shared })
    const scope = Object.create(prototype, {
      own: { value: shared },
      lazy: {
        get() {
          throw new Error('called')
        },
      },
      [Symbol('hidden')]: { value: 1 },
    })
    const paths = reachable(scope)
    expect(paths).toEqual(
      expect.arrayContaining(['[hidden]', '__proto__.inherited', 'get lazy.name', 'lazy', 'own', 'own.x']),
    )
    expect(paths).not.toContain('__proto__.inherited.x')
  })
})
