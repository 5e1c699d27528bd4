import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replyEnd } from '@/lib/runtime/redis/conformance/reply-end'

/** A real `redis-server` of this machine, without anything on disk. */
export interface RealRedis {
  readonly port: number
  /** Sends words over one more connection of its own; gives replies as byte strings. */
  open(): Promise<RealClient>
  stop(): Promise<void>
}

export interface RealClient {
  /** The bytes of the reply to one command. */
  ask(words: readonly string[]): Promise<string>
  close(): void
}

/** Whether there is a `redis-server` to compare with. Where tests are run automatically there has to be one. */
export function hasRealRedis(): boolean {
  const found = spawnSync('redis-server', ['--version']).status === 0
  if (!found && process.env.CI) throw new Error('redis-server is not installed; install it, as .ci/run does')
  return found
}

export async function startRealRedis(): Promise<RealRedis> {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'barbershop-redis-'))
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((resolve, reject) => {
    let output = ''
    server.stdout.on('data', (text: Buffer) => {
      output += text
      if (output.includes('Ready to accept connections')) resolve()
    })
    server.on('exit', () => reject(new Error(`redis-server ended: ${output}`)))
  })
  return {
    port,
    open: () => openClient(port),
    async stop() {
      server.removeAllListeners('exit')
      const gone = new Promise((resolve) => server.once('exit', resolve))
      server.kill()
      await gone
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function openClient(port: number): Promise<RealClient> {
  return new Promise((resolve, reject) => {
    let received = ''
    let waiting: ((reply: string) => void) | null = null
    const socket: Socket = connect(port, '127.0.0.1', () =>
      resolve({
        ask: (words) =>
          new Promise((answered) => {
            waiting = answered
            socket.write(Buffer.from(request(words), 'latin1'))
          }),
        close: () => socket.destroy(),
      }),
    )
    socket.on('error', reject)
    socket.on('data', (bytes: Buffer) => {
      received += bytes.toString('latin1')
      const end = replyEnd(received)
      if (end === null) return
      const reply = received.slice(0, end)
      received = received.slice(end)
      waiting?.(reply)
    })
  })
}

/** Words as clients send them. */
export function request(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${word.length}\r\n${word}\r\n`).join('')}`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
