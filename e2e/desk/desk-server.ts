import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../support/free-port'

export const PASSWORD = 'the password of the tests'
export const SECRET = 'a secret of the tests that is long enough'

/** The playground over a folder of lessons of its own, which tests may change. */
export interface DeskServer {
  readonly origin: string
  /** The folder of lessons. */
  readonly lessons: string
  /** Ends it and starts it again, with other variables. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>
  end(): Promise<void>
}

/** Starts the built playground by the start command, as it is started for a class. */
export async function startDesk(): Promise<DeskServer> {
  const lessons = await mkdtemp(join(tmpdir(), 'barbershop-desk-'))
  await cp('lessons/03-card', join(lessons, '03-card'), { recursive: true })
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const start = (env: Readonly<Record<string, string>>) =>
    run({
      ...process.env,
      PORT: String(port),
      LESSONS_DIR: lessons,
      INSTRUCTOR_PASSWORD: PASSWORD,
      SESSION_SECRET: SECRET,
      ...env,
    })
  let child = await start({})
  return {
    origin,
    lessons,
    async restart(env = {}) {
      await stop(child)
      child = await start(env)
    },
    async end() {
      await stop(child)
      await rm(lessons, { recursive: true, force: true })
    },
  }
}

async function run(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start/main.ts'], {
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the playground ended with ${code}`)))
    child.stdout?.on('data', (text: Buffer) => {
      if (String(text).includes("The instructor's desk")) resolve()
    })
  })
  return child
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
