/** For `desk.test.ts`: saves a lesson, and is killed at its nth rename as by a power failure. Arguments: root, files, n. */
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

const [root = '', files = '{}', last = '1'] = process.argv.slice(2)

const { rename } = promises
let renames = 0
promises.rename = (from, to) => {
  if (++renames === Number(last)) process.kill(process.pid, 'SIGKILL')
  return rename(from, to)
}
syncBuiltinESMExports()

const { Desk } = await import('@/lib/server/desk/desk')

const desk = new Desk(root)
const lesson = await desk.find('card')
await desk.save({ slug: 'card', base: lesson?.revision ?? '', files: JSON.parse(files), publish: true })
