import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Subject } from './subjects'

/** A folder in which plain Node runs a subject with the same packages. */
export function nodeFolder({ folder, renamed }: Subject): string {
  const home = mkdtempSync(join(tmpdir(), 'barbershop-bench-'))
  cpSync(folder, home, { recursive: true })
  mkdirSync(join(home, 'node_modules'))
  for (const name of ['express', 'express-session', 'cookie-parser', 'redis', 'mkdirp']) {
    symlinkSync(resolve('node_modules', renamed[name] ?? name), join(home, 'node_modules', name))
  }
  return home
}

/** Milliseconds from `node server.js` to its first complete answer. */
export async function nodeFirstResponse(folder: string, subject: Subject): Promise<number> {
  const start = performance.now()
  const child = spawn(process.execPath, ['server.js'], { cwd: folder })
  while (!(await answers(subject))) await new Promise(setImmediate)
  const taken = performance.now() - start
  await stop(child)
  return taken
}

/** Milliseconds an exchange of a visitor who keeps the connection and sends a browser's headers, over `count` of them. */
export async function nodeExchange(folder: string, subject: Subject, count: number): Promise<number> {
  const child = spawn(process.execPath, ['server.js'], { cwd: folder })
  while (!(await answers(subject))) await new Promise(setImmediate)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let cookie = ''
  const exchange = () =>
    new Promise<void>((done, fail) => {
      const headers = {
        Cookie: cookie,
        'Upgrade-Insecure-Requests': '1',
        'User-Agent': 'Mozilla/5.0 (Barbershop) Chrome/156.0.0.0',
        Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
        'Sec-Fetch-Site': 'none',
        'Sec-Fetch-Mode': 'navigate',
        'Accept-Encoding': 'gzip, deflate, br, zstd',
        'Accept-Language': 'zh-CN,zh;q=0.9,en;q=0.8',
      }
      get({ port: subject.port, path: subject.path, agent, headers }, (response) => {
        cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? cookie
        response.resume().on('end', done)
      }).on('error', fail)
    })
  for (let i = 0; i < count / 4; i++) await exchange()
  const start = performance.now()
  for (let i = 0; i < count; i++) await exchange()
  const taken = (performance.now() - start) / count
  agent.destroy()
  await stop(child)
  return taken
}

function answers({ port, path }: Subject): Promise<boolean> {
  return new Promise((done) => {
    get({ port, path, agent: false }, (response) => response.resume().on('end', () => done(true))).on('error', () =>
      done(false),
    )
  })
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill()
  await once(child, 'exit')
}
