/** `npm run check:imports`: fails when a file imports what the design's table does not let it. */
import { readSources, survey } from './survey'

const sources = readSources(process.cwd())
const problems = survey(sources)
for (const problem of problems) console.error(problem)
console.log(
  `${sources.size} files against the import table: ${problems.length === 0 ? 'fine' : `${problems.length} wrong`}`,
)
process.exitCode = problems.length === 0 ? 0 : 1
