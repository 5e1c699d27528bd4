import { beforeAll, describe, expect, it } from 'vitest'
import { inWorker } from '@/lib/runtime/isolation/test-support'

const NOW = Date.UTC(2026, 1, 3, 4, 5, 6, 7)

/** Expressions that must give the same with the built-in `Date` and with the virtual one. */
const ALIKE = [
  'Date.name',
  'Date.length',
  'Date.now.name + Date.now.length',
  'Reflect.ownKeys(Date).map(String).join()',
  'attributes(Object.getOwnPropertyDescriptor(globalThis, "Date"))',
  'attributes(Object.getOwnPropertyDescriptor(Date, "prototype"))',
  'attributes(Object.getOwnPropertyDescriptor(Date.prototype, "constructor"))',
  'attributes(Object.getOwnPropertyDescriptor(Date, "now"))',
  'Date.prototype.constructor === Date',
  'Object.getPrototypeOf(Date) === Function.prototype',
  'typeof Date()',
  'new Date() instanceof Date',
  'new Date(0).constructor === Date',
  'Object.prototype.toString.call(new Date())',
  '/\\[native code\\]/.test(Date) && /\\[native code\\]/.test(Date.now) && /\\[native code\\]/.test(Math.random)',
  'new Date(0).toISOString()',
  'new Date(undefined).getTime()',
  'new Date(null).getTime()',
  'new Date("2020-02-30").getTime()',
  'new Date("Thu, 01 Jan 1970 00:00:01 GMT").getTime()',
  'new Date(2020, 1, 3, 4).getTime()',
  'new Date(new Date(5)).getTime()',
  'new Date(9e15).getTime()',
  'Date.UTC(2000, 1) + Date.parse("2000-01-01T00:00:00Z")',
  'new (class Later extends Date { inAWeek() { return this.getTime() + 6048e5 } })(1).inAWeek()',
  'Object.prototype.toString.call(Reflect.construct(Date, [0], Map)) + (Reflect.construct(Date, [0], Map) instanceof Map)',
  'structuredClone(new Date(7)).getTime()',
  'try_(() => new Date.now())',
  'try_(() => Date.prototype.getTime.call({}))',
  'try_(() => new Date(Symbol()))',
  'new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format(0)',
  'new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format(null)',
  'JSON.stringify(new Intl.DateTimeFormat("en", { timeZone: "UTC" }).formatToParts(0))',
  '(f => f.format === f.format && f.format.name + f.format.length)(new Intl.DateTimeFormat())',
  'try_(() => new Intl.DateTimeFormat().format(NaN))',
  'Math.random.name + Math.random.length',
]

/** Expressions that ask for the present, and their answers at NOW. */
const PRESENT: Record<string, unknown> = {
  'Date.now()': NOW,
  'new Date().getTime()': NOW,
  'new Date(...[]).getTime()': NOW,
  '+new (class extends Date {})()': NOW,
  'Date.parse(Date())': NOW - 7,
  'Date.parse(Date(0))': NOW - 7,
  '(({ now }) => now())(Date)': NOW,
  'new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format()': '2/3/2026',
  '["x"].map(() => undefined).map(new Intl.DateTimeFormat("en", { timeZone: "UTC" }).format)[0]': '2/3/2026',
  'new Intl.DateTimeFormat("en", { timeZone: "UTC" }).formatToParts().at(-1).value': '2026',
  'Math.random()': 0.25,
}

describe('the virtual Date', () => {
  let native: unknown
  let virtual: unknown
  let present: unknown
  beforeAll(async () => {
    ;[native, virtual, present] = [
      ...(await evaluate('', ALIKE)),
      ...(await evaluate(INSTALL, ALIKE)),
      ...(await evaluate(INSTALL, Object.keys(PRESENT))),
    ]
  })

  it('is the built-in in everything but the present', () => {
    expect(virtual).toEqual(native)
  })

  it('tells virtual time wherever the present is asked for', () => {
    expect(present).toEqual(PRESENT)
  })

  it('moves with its clock', async () => {
    const times = await inWorker(`let time = 1
      isolation.installDate(globalThis, () => time)
      const first = new Date(); time = 60_000
      return [first.getTime(), Date.now(), new Date() - first]`)
    expect(times).toEqual([1, 60_000, 59_999])
  })

  it('keeps its time when a program adds traps to Object.prototype', async () => {
    const results = await inWorker(`${INSTALL}
      Object.prototype.get = Object.prototype.construct = Object.prototype.apply = () => 'mine'
      const results = [Date.now(), new Date().getTime(), Math.random(), Math.random.name]
      delete Object.prototype.get; delete Object.prototype.construct; delete Object.prototype.apply
      return results`)
    expect(results).toEqual([NOW, NOW, 0.25, 'random'])
  })
})

const INSTALL = `isolation.installDate(globalThis, () => ${NOW}); isolation.installRandom(globalThis, () => 0.25);`

async function evaluate(install: string, expressions: readonly string[]): Promise<[unknown]> {
  const results = await inWorker(`${install}
    globalThis.try_ = (run) => { try { return run() } catch (error) { return String(error) } }
    globalThis.attributes = ({ writable, enumerable, configurable }) => String([writable, enumerable, configurable])
    return Object.fromEntries(${JSON.stringify(expressions)}.map((expression) => [expression, (0, eval)(expression)]))`)
  return [results]
}
