/**
 * Built-ins that have no name (ECMAScript, "Well-Known Intrinsic Objects"): they are reached through an instance
 * only, and a program can change them all the same. Without those of `Intl.Segmenter`: to make one takes tens of
 * milliseconds, which every start of a worker would pay.
 */
export function hiddenIntrinsics(): Map<string, object> {
  const instances: Record<string, object | undefined> = {
    function: () => {},
    'async function': async () => {},
    'generator function': function* () {},
    'async generator function': async function* () {},
    'array iterator': [].values(),
    'string iterator': ''[Symbol.iterator](),
    'map iterator': new Map().entries(),
    'set iterator': new Set().entries(),
    'regular expression iterator': ''.matchAll(/a/g),
    'iterator helper': helperOf([].values()),
    'wrapped iterator': wrapped(),
  }
  const hidden = new Map<string, object>()
  for (const [name, instance] of Object.entries(instances)) {
    const prototype = instance && Reflect.getPrototypeOf(instance)
    if (prototype) hidden.set(`%${name} prototype%`, prototype)
  }
  return hidden
}

function helperOf(iterator: object): object | undefined {
  return 'map' in iterator ? callForObject(iterator.map, iterator, () => 0) : undefined
}

function wrapped(): object | undefined {
  const Iterator: unknown = Reflect.get(globalThis, 'Iterator')
  const source = { next: () => ({ done: true, value: undefined }) }
  return typeof Iterator === 'function' && 'from' in Iterator
    ? callForObject(Iterator.from, Iterator, source)
    : undefined
}

function callForObject(method: unknown, self: object, argument: unknown): object | undefined {
  if (typeof method !== 'function') return undefined
  const result: unknown = Reflect.apply(method, self, [argument])
  return typeof result === 'object' && result !== null ? result : undefined
}
