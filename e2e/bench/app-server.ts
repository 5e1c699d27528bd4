import { type ChildProcess, spawn } from 'node:child_process'
import { freePort } from '../support/free-port'

/** The production server on a free port, ready to answer. */
export async function startApp(): Promise<{ origin: string; pid: number; stop: () => void }> {
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'scripts/start/main.ts'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port) },
    stdio: 'ignore',
    detached: true,
  })
  const origin = `http://localhost:${port}`
  while (!(await fetch(origin).catch(() => null))) await new Promise((resolve) => setTimeout(resolve, 50))
  return {
    origin,
    pid: child.pid ?? 0,
    stop() {
      if (child.pid !== undefined) process.kill(-child.pid)
    },
  }
}
