/** Global names that stay, each group for one reason. Everything else goes, whatever it is and will be called. */
export const ALLOWED_GLOBALS: readonly { readonly reason: string; readonly names: readonly string[] }[] = [
  {
    reason: 'ECMAScript: values and functions of the global object',
    names: words(`globalThis Infinity NaN undefined eval isFinite isNaN parseFloat parseInt
      decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape`),
  },
  {
    reason: 'ECMAScript: constructors',
    names: words(`Object Function Boolean Symbol Number BigInt String RegExp Date Array Map Set WeakMap WeakSet WeakRef
      FinalizationRegistry Promise Proxy Iterator DisposableStack AsyncDisposableStack
      Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError
      ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
      BigInt64Array BigUint64Array Float16Array Float32Array Float64Array`),
  },
  { reason: 'ECMAScript: namespaces', names: words('Atomics Intl JSON Math Reflect') },
  {
    reason: 'Node has them, and they only compute',
    names: words('URL URLSearchParams TextEncoder TextDecoder atob btoa structuredClone queueMicrotask DOMException'),
  },
  {
    reason: 'Node has them, and they reach only the objects that a program makes itself',
    names: words('AbortController AbortSignal Event EventTarget CustomEvent'),
  },
]

/** Members of allowed globals that go all the same. */
export const WITHHELD_MEMBERS: readonly { readonly owner: string; readonly member: string; readonly reason: string }[] =
  [
    { owner: 'AbortSignal', member: 'timeout', reason: 'a timer in real time' },
    { owner: 'Event.prototype', member: 'timeStamp', reason: 'tells real time' },
    { owner: 'Atomics', member: 'wait', reason: 'blocks the worker' },
    { owner: 'Atomics', member: 'waitAsync', reason: 'a timer in real time' },
    {
      owner: 'Date.prototype',
      member: 'toTemporalInstant',
      reason: 'leads to Temporal, which no Node that lessons run on has',
    },
    { owner: 'URL', member: 'createObjectURL', reason: 'keeps data outside of the world, under a random name' },
    { owner: 'URL', member: 'revokeObjectURL', reason: 'belongs to createObjectURL' },
  ]

/** Globals that Node or ECMAScript have and programs do not get, with the reason. What only browsers have needs none. */
export const WITHHELD_GLOBALS: readonly { readonly reason: string; readonly names: readonly string[] }[] = [
  {
    reason: 'reaches the network',
    names: words('fetch Request Response Headers FormData WebSocket EventSource CloseEvent Navigator navigator'),
  },
  { reason: 'reaches other agents', names: words('BroadcastChannel MessageChannel MessagePort MessageEvent Worker') },
  { reason: 'stores data outside of the world', names: words('localStorage sessionStorage Storage indexedDB caches') },
  { reason: 'real randomness, answered outside of virtual time', names: words('crypto Crypto CryptoKey SubtleCrypto') },
  {
    reason: 'tells real time',
    names: words(`performance Performance PerformanceEntry PerformanceMark PerformanceMeasure PerformanceObserver
      PerformanceObserverEntryList PerformanceResourceTiming Temporal`),
  },
  {
    reason: 'answered outside of virtual time',
    names: words('Blob File CompressionStream DecompressionStream scheduler'),
  },
  {
    reason: 'memory shared with other agents; WebAssembly makes it too',
    names: words('SharedArrayBuffer WebAssembly'),
  },
  {
    reason: 'call back over promises of their own, on behalf of no exchange that one could tell',
    names: words(`ReadableStream ReadableStreamDefaultReader ReadableStreamBYOBReader ReadableStreamBYOBRequest
      ReadableByteStreamController ReadableStreamDefaultController WritableStream WritableStreamDefaultWriter
      WritableStreamDefaultController TransformStream TransformStreamDefaultController ByteLengthQueuingStrategy
      CountQueuingStrategy TextEncoderStream TextDecoderStream`),
  },
  { reason: 'another realm, without any of this', names: words('ShadowRealm') },
  {
    reason: 'Node itself; the runtime brings its own where programs need one',
    names: words(`process require module exports __filename __dirname global Buffer console setTimeout clearTimeout
      setInterval clearInterval setImmediate clearImmediate gc`),
  },
]

function words(text: string): readonly string[] {
  return text.split(/\s+/)
}
