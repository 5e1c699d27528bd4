import { join } from 'node:path'
import { checkLessons } from '@/lib/cli/check-lessons'
import { readLessons } from '@/lib/cli/read-lessons'
import { openWorld } from '@/lib/runtime/node'

const USAGE = `npm run lessons -- check [slug…]

Reads the lessons in lessons/ and says what is wrong with them, by file, line and column. Then runs them: the
transcripts of the prose against start/, and each task against start/, its solutions and its wrong programs.
Ends with 1 when anything is wrong.`

async function main([command, ...slugs]: readonly string[]): Promise<number> {
  if (command !== 'check') {
    console.error(USAGE)
    return 2
  }
  const readings = await readLessons(join(process.cwd(), 'lessons'))
  const mistakes = await checkLessons(readings, slugs, openWorld, (line) => console.log(line))
  return mistakes === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
