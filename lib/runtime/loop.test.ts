import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { log, printed } from '@/lib/runtime/test-support'

const run = promisify(execFile)

/** Programs whose output is the order in which things happened; real Node is the judge. */
const ORDERS = {
  'ticks before microtasks, microtasks before immediates': `
    setImmediate(() => console.log('immediate'))
    Promise.resolve().then(() => console.log('then'))
    queueMicrotask(() => console.log('microtask'))
    process.nextTick(() => console.log('tick'))
    console.log('main')`,
  'ticks of microtasks after all microtasks': `
    Promise.resolve().then(() => { process.nextTick(() => console.log('tick in then')); console.log('then 1') }).then(() => console.log('then 2'))
    process.nextTick(() => { Promise.resolve().then(() => console.log('then in tick')); console.log('tick') })
    process.nextTick(() => console.log('tick 2'))`,
  'immediates set by immediates wait a turn, ticks come between': `
    setImmediate(() => { console.log('i1'); process.nextTick(() => console.log('tick of i1')); setImmediate(() => console.log('i3')) })
    setImmediate(() => console.log('i2'))`,
  'timers by delay, equal delays in order': `
    setTimeout(() => console.log('20'), 20); setTimeout(() => console.log('5a'), 5)
    setTimeout(() => { console.log('5b'); Promise.resolve().then(() => console.log('then of 5b')) }, 5); setTimeout(() => console.log('5c'), 5)`,
  'await, async functions and ticks': `
    async function f(name) { console.log(name, 1); await null; console.log(name, 2); await new Promise((r) => process.nextTick(r)); console.log(name, 3) }
    f('a'); f('b'); process.nextTick(() => console.log('tick')); setImmediate(() => console.log('immediate'))`,
  'an immediate before the next file callback': `
    const fs = require('fs'); fs.writeFileSync('x.txt', 'x')
    fs.readFile('x.txt', () => { setTimeout(() => console.log('timeout'), 0); setImmediate(() => console.log('immediate')); process.nextTick(() => console.log('tick')) })`,
  'an interval that clears itself': `
    let n = 0; const t = setInterval(() => { console.log('i', ++n); if (n === 3) clearInterval(t) }, 2)`,
  'cleared before it was due': `
    const a = setTimeout(() => console.log('never'), 1); clearTimeout(a); const b = setImmediate(() => console.log('never')); clearImmediate(b); console.log('done')`,
  'arguments are handed on': `
    setTimeout((...a) => console.log('t', a), 300, 1, 2); setImmediate((...a) => console.log('i', a), 3); process.nextTick((...a) => console.log('n', a), 4)`,
  'events of a stream': `
    const { Readable } = require('stream'); const r = Readable.from(['a', 'b']); r.on('data', (d) => console.log('data', d)); r.on('end', () => console.log('end')); r.on('close', () => console.log('close')); process.nextTick(() => console.log('tick'))`,
}

describe('the loop keeps the order of Node', () => {
  it.each(Object.entries(ORDERS))('%s', async (_name, source) => {
    const cwd = await mkdtemp(join(tmpdir(), 'barbershop-'))
    const node = await run(process.execPath, ['-e', source], { cwd })
    const events = await log(source, [{ type: 'clock', advance: 1000 }])
    expect(printed(events)).toBe(node.stdout)
  })
})
