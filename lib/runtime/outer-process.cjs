// What packages of the runtime itself (memfs, its streams) expect of `process`, outside of any program's process.
// Taken now: later it belongs to whichever process runs.
const { queueMicrotask } = globalThis

module.exports = {
  env: {},
  platform: 'linux',
  version: 'v20.20.2',
  versions: { node: '20.20.2' },
  cwd: () => '/',
  emitWarning() {},
  nextTick: (callback, ...args) => queueMicrotask(() => callback(...args)),
}
