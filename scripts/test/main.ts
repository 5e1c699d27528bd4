/** `npm test`: everything that must hold, cheapest first. Later stages run although earlier ones failed. */
import { browserTests, check, unitTests } from './stages'
import { add, FAILED, summary, type Tally } from './tally'

let total: Tally = { passed: 0, failed: 0 }

async function stage(name: string, run: () => Promise<Tally>): Promise<boolean> {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const tally = await run()
  total = add(total, tally)
  console.log(`── ${name}: ${summary(tally)} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return tally.failed === 0
}

await stage('runtime bundle', () => check('npm run --silent build:runtime'))
await stage('types', () => check('npm run --silent types'))
await stage('style', () => check('npm run --silent check:style'))
await stage('import rules', () => check('npm run --silent check:imports'))
await stage('lessons', () => check('npm run --silent lessons -- check'))
await stage('unit tests', unitTests)
const built = await stage('production build', () => check('npx next build'))
await stage('browser tests', async () => {
  if (built) return browserTests()
  console.error('Not run: without a build there is nothing to test.')
  return FAILED
})

console.log(`\n${summary(total)}`)
process.exitCode = total.failed === 0 ? 0 : 1
