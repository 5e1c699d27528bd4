import { type ChildProcess, spawn } from 'node:child_process'

/** No stage takes this long; what does hangs. Milliseconds. */
const LIMIT = 20 * 60_000

/** Runs a command of ours with its output shown; whether it succeeded. One that hangs is ended, with all it started. */
export function runCommand(command: string, env: Readonly<Record<string, string>> = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      // A process group of its own, which can be ended as a whole.
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    })
    const timer = setTimeout(() => {
      console.error(`Ended after ${LIMIT / 60_000} minutes: ${command}`)
      end(child)
    }, LIMIT)
    const interrupted = () => {
      end(child)
      process.exit(130)
    }
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
    child.on('close', (code) => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
      resolve(code === 0)
    })
  })
}

function end(child: ChildProcess): void {
  if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
  else child.kill('SIGKILL')
}
