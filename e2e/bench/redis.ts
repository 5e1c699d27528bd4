import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { findRedisServer } from '../support/redis-server'

const PORT = 6379

/** A Redis at its usual port, for programs that know no other; keeps nothing. */
export async function startRedis(): Promise<{ stop: () => void }> {
  const child = spawn(findRedisServer(), ['--port', String(PORT), '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  })
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 20))
  return { stop: () => void child.kill() }
}

function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(PORT, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
