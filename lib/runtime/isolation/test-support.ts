import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

let bundle: Promise<string> | null = null

/** This folder as one script that declares `isolation`, for a realm that nobody else uses. */
export function isolationBundle(): Promise<string> {
  bundle ??= build({
    stdin: {
      contents: ['allowed-globals', 'intrinsics', 'lockdown', 'survey', 'virtual-date']
        .map((name) => `export * from '@/lib/runtime/isolation/${name}'`)
        .join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'isolation',
    target: 'es2022',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '')
  return bundle
}

/**
 * Runs a function body in a `worker_threads` worker of its own, where it finds `isolation`, and gives what it returns.
 * It runs strict or sloppy as it says.
 */
export async function inWorker(body: string): Promise<unknown> {
  const code = `const post = (({ parentPort }) => parentPort.postMessage.bind(parentPort))(require('node:worker_threads'))
${await isolationBundle()}
Promise.resolve((async () => {${body}})()).then((result) => post({ result }), (error) => post({ error: String(error && error.stack || error) }))`
  const worker = new Worker(code, { eval: true, env: {} })
  try {
    return await new Promise((resolve, reject) => {
      worker.on('error', reject)
      worker.on('message', (message: { result?: unknown; error?: string }) =>
        message.error === undefined ? resolve(message.result) : reject(new Error(message.error)),
      )
    })
  } finally {
    await worker.terminate()
  }
}
