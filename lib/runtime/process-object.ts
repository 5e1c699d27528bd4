import EventEmitter from 'events'
import type { Clock } from '@/lib/engine/clock'
import { HOME } from '@/lib/engine/story/disk-path'
import type { Process } from '@/lib/runtime/process'
import { requireFunction } from '@/lib/runtime/timers'

/** What the process object needs of its surroundings. */
export interface ProcessParts {
  readonly process: Process
  readonly clock: Clock
  readonly entry: string
  readonly nextTick: (run: () => void) => void
}

/** Node's global `process` (Node documentation, `process`), as far as a server's program can use it here. */
export function createProcessObject({ process, clock, entry, nextTick }: ProcessParts): EventEmitter {
  const emitter = new EventEmitter()
  const start = clock.now
  const stream = (name: 'stdout' | 'stderr', fd: number) =>
    Object.assign(new EventEmitter(), {
      fd,
      isTTY: false,
      writable: true,
      columns: 80,
      write(text: unknown) {
        process.observer.write(name, String(text))
        return true
      },
      end() {},
    })
  const hrtime = Object.assign(
    (before?: readonly [number, number]) => {
      const nanoseconds = (clock.now - start) * 1e6 - (before ? before[0] * 1e9 + before[1] : 0)
      return [Math.floor(nanoseconds / 1e9), nanoseconds % 1e9]
    },
    { bigint: () => BigInt(clock.now - start) * 1_000_000n },
  )
  const own = {
    title: 'node',
    version: 'v20.20.2',
    versions: { node: '20.20.2' },
    arch: 'x64',
    platform: 'linux',
    release: { name: 'node' },
    pid: 1000 + process.id,
    ppid: 1,
    argv: ['/usr/local/bin/node', `${HOME}/${entry}`],
    argv0: 'node',
    execArgv: [],
    execPath: '/usr/local/bin/node',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: '/root', PWD: HOME },
    config: {},
    features: {},
    exitCode: undefined as number | undefined,
    stdout: stream('stdout', 1),
    stderr: stream('stderr', 2),
    stdin: Object.assign(new EventEmitter(), { fd: 0, isTTY: false, resume() {}, setEncoding() {} }),
    cwd: () => HOME,
    chdir: () => {
      throw new Error('process.chdir() is not offered: a program lives in its own folder')
    },
    umask: () => 0o22,
    uptime: () => (clock.now - start) / 1000,
    hrtime,
    memoryUsage: Object.assign(() => ({ rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 }), {
      rss: () => 0,
    }),
    cpuUsage: () => ({ user: 0, system: 0 }),
    nextTick: (callback: unknown, ...args: unknown[]) => {
      const run = requireFunction(callback)
      nextTick(() => run(...args))
    },
    exit: (code?: number | string) => process.exit(Number(code ?? own.exitCode ?? 0)),
    abort: () => process.exit(134),
    kill: () => process.exit(143),
    emitWarning: (warning: unknown, kind?: unknown) => {
      const name = typeof kind === 'string' ? kind : 'Warning'
      const text = warning instanceof Error ? `${warning.name}: ${warning.message}` : `${name}: ${String(warning)}`
      process.observer.write('stderr', `(node:${1000 + process.id}) ${text}\n`)
    },
  }
  return Object.assign(emitter, own)
}
