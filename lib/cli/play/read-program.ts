import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Playable } from '@/lib/cli/play/playable'
import type { Problem } from '@/lib/cli/terminal'
import type { FileMap } from '@/lib/lessons/parse/files'

/** Far above any program that a student should read. */
const MOST_FILES = 200
const MOST_BYTES = 1_000_000

const ENTRIES: readonly string[] = ['server.js', 'app.js', 'index.js', 'main.js']

/** When such a world begins: it is the same every time. */
const EPOCH = Date.UTC(2026, 10, 23, 1)

/** Reads the program in a folder that is no lesson. */
export async function readProgram(folder: string): Promise<Playable | Problem> {
  const files = await readFiles(folder)
  if (files === null) {
    return {
      problem: `${folder} holds more than ${MOST_FILES} files or ${MOST_BYTES} bytes: that is no lesson's program`,
    }
  }
  const entry = entryOf(files)
  if (entry === null) {
    const named = ENTRIES.join(', ')
    return { problem: `${folder} has no file to start: name it ${named}, or say "main" in its package.json` }
  }
  const options = { seed: basename(resolve(folder)), epoch: EPOCH, watch: [] }
  return { name: folder, program: { files, entry }, options, page: null }
}

async function readFiles(folder: string): Promise<FileMap | null> {
  const files: Record<string, string> = {}
  let bytes = 0
  const waiting = ['']
  for (let inside = waiting.pop(); inside !== undefined; inside = waiting.pop()) {
    const entries = await readdir(join(folder, inside), { withFileTypes: true })
    for (const entry of entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')) {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory()) waiting.push(path)
      if (!entry.isFile()) continue
      bytes += (await stat(join(folder, path))).size
      if (bytes > MOST_BYTES || Object.keys(files).length >= MOST_FILES) return null
      files[path] = await readFile(join(folder, path), 'utf8')
    }
  }
  return files
}

/** The file that `node .` would start, or one that is named as such files are, or the only script. */
function entryOf(files: FileMap): string | null {
  const main = mainIn(files['package.json'] ?? '')
  const named = [...(main === null ? [] : [main, `${main}.js`]), ...ENTRIES].find((path) => Object.hasOwn(files, path))
  if (named !== undefined) return named
  const [only, ...others] = Object.keys(files).filter((path) => /^[^/]+\.c?js$/.test(path))
  return only !== undefined && others.length === 0 ? only : null
}

function mainIn(text: string): string | null {
  try {
    const { main } = JSON.parse(text)
    return typeof main === 'string' ? main.replace(/^\.\//, '') : null
  } catch {
    return null
  }
}
