import type { Request } from '@playwright/test'
import { ALLOWED_GLOBALS } from '@/lib/runtime/isolation/allowed-globals'
import { expect, test } from './pages/fixtures'

/** Node's globals, which the runtime brings itself. */
const NODES_GLOBALS = `process console Buffer setTimeout setInterval clearTimeout clearInterval setImmediate
  clearImmediate queueMicrotask performance crypto global`.split(/\s+/)

/** Numbers of an old interface, which Chromium lets nobody remove. They lead nowhere. */
const STUCK = ['PERSISTENT', 'TEMPORARY']

/** Everything that a program may find on the global object, and on what that inherits from. */
const EXPECTED = [...new Set([...ALLOWED_GLOBALS.flatMap(({ names }) => names), ...NODES_GLOBALS, ...STUCK])].sort()

/** Ways out of the worker: none of these expressions may come to a value. */
const WAYS_OUT = [
  "fetch('/way-out')",
  'new XMLHttpRequest()',
  "new WebSocket('ws://localhost/way-out')",
  "new EventSource('/way-out')",
  "importScripts('/way-out.js')",
  "indexedDB.open('way-out')",
  "caches.open('way-out')",
  "new BroadcastChannel('way-out')",
  "new Worker('/way-out.js')",
  "new SharedWorker('/way-out.js')",
  "postMessage('way-out')",
  "self.postMessage('way-out')",
  "addEventListener('message', () => {})",
  'new MessageChannel()',
  'new RTCPeerConnection()',
  "new WebTransport('https://localhost/way-out')",
  "navigator.sendBeacon('/way-out')",
  'navigator.storage.getDirectory()',
  'location.href',
  'document.cookie',
  'localStorage.length',
  'close()',
  "(0, eval)('fetch')('/way-out')",
  "new Function('return fetch')()('/way-out')",
  "(function* () {}).constructor('return fetch')().next().value('/way-out')",
  "Object.getPrototypeOf(globalThis).fetch('/way-out')",
  'new SharedArrayBuffer(8)',
  'new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))',
  "URL.createObjectURL(new Blob(['way out']))",
  'new ShadowRealm()',
]

const PROGRAM = `
const names = new Set()
for (let object = globalThis; object && object !== Object.prototype; object = Object.getPrototypeOf(object)) {
  for (const name of Object.getOwnPropertyNames(object)) names.add(name)
}
const open = []
for (const way of ${JSON.stringify(WAYS_OUT)}) {
  try { open.push(way + ' gave ' + typeof eval(way)) } catch {}
}
require('http').createServer((req, res) => res.end(JSON.stringify({ names: [...names].sort(), open }))).listen(9090)
`

test('a program finds exactly the names that it may, and no way out of its worker', async ({ lesson, page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await lesson.openProgram(PROGRAM)
  await lesson.newVisitor.click()
  await expect(lesson.view('alice')).toContainText('names')
  const found: { names: string[]; open: string[] } = JSON.parse(await lesson.view('alice').innerText())
  expect(found.open).toEqual([])
  expect(found.names.filter((name) => !EXPECTED.includes(name))).toEqual([])
  expect(EXPECTED.filter((name) => !found.names.includes(name))).toEqual([])
  expect(asked.filter((url) => url.includes('way-out'))).toEqual([])
})

test('import() loads nothing, however it is spelled', async ({ lesson, page, problems, baseURL }) => {
  const refused: (string | undefined)[] = []
  const answered: string[] = []
  const isTry = (request: Request) => request.url().includes('way-out')
  page.on('requestfailed', (request) => isTry(request) && refused.push(request.failure()?.errorText))
  page.on('response', (response) => isTry(response.request()) && answered.push(response.url()))
  await lesson.openProgram(`
const origin = ${JSON.stringify(baseURL)}
const tries = ["import('/way-out.js')", "import(origin + '/way-out.js')", "import('data:text/javascript,export default 1')"]
for (const code of tries) {
  try { eval(code).then(() => console.log('loaded', code), () => {}) } catch {}
  try { new Function('origin', 'return ' + code)(origin).then(() => console.log('loaded', code), () => {}) } catch {}
}
require('http').createServer((req, res) => res.end('still here')).listen(9090)
`)
  await lesson.newVisitor.click()
  await expect(lesson.view('alice')).toHaveText('still here')
  await expect(lesson.console.getByText('loaded')).toHaveCount(0)
  // The browser itself refuses, by the worker's policy, before anything is sent.
  await expect.poll(() => refused).toEqual(['csp', 'csp', 'csp', 'csp'])
  expect(answered).toEqual([])
  // It says so in the console, which is the point here.
  const others = problems.filter((problem) => !problem.includes('Content Security Policy'))
  problems.splice(0, problems.length, ...others)
})
