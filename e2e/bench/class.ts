import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'

/** What came of a class that opens a lesson at once. */
export interface ClassFigures {
  readonly requests: number
  readonly failed: number
  /** Requests a second. */
  readonly rate: number
  /** Milliseconds of one request. */
  readonly median: number
  readonly p99: number
  /** Milliseconds from the first request until the last student has everything. */
  readonly whole: number
  /** Megabytes of memory that the server holds then. */
  readonly memory: number
}

/**
 * Students who open a lesson at the same moment: each fetches the page, every script and style that it names, and the
 * worker, over six connections as a browser does, with nothing in its cache.
 * @param pid the server's process, for its memory
 */
export async function classOpens(
  origin: string,
  path: string,
  worker: string,
  students: number,
  pid: number,
): Promise<ClassFigures> {
  const times: number[] = []
  let failed = 0
  const fetchOne = async (agent: Agent, address: string): Promise<string> => {
    const start = performance.now()
    const { status, text } = await answerTo(agent, origin + address)
    times.push(performance.now() - start)
    if (status !== 200) failed++
    return text
  }
  const start = performance.now()
  await Promise.all(
    Array.from({ length: students }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 6 })
      const html = await fetchOne(agent, path)
      const named = new Set([...html.matchAll(/\/_next\/static\/[^"'\\ ]+?\.(?:js|css)/g)].map(([address]) => address))
      await Promise.all([...named, worker, '/api/progress'].map((address) => fetchOne(agent, address)))
      agent.destroy()
    }),
  )
  const whole = performance.now() - start
  times.sort((a, b) => a - b)
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN
  return {
    requests: times.length,
    failed,
    rate: times.length / (whole / 1000),
    median: at(0.5),
    p99: at(0.99),
    whole,
    memory: memoryOf(pid),
  }
}

function answerTo(agent: Agent, address: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const headers = { 'Accept-Encoding': 'identity' }
    get(address, { agent, headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() }))
    }).on('error', () => resolve({ status: 0, text: '' }))
  })
}

/** Resident memory of a process in megabytes, where the system tells (Linux); else NaN. */
function memoryOf(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes) / 1024
  } catch {
    return Number.NaN
  }
}
