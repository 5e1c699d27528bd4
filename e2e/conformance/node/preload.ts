/**
 * Loaded into real Node before a program (`--require`): its clock stands still unless told otherwise, its
 * randomness comes from the same streams as a world's, its ports are free ones on the loopback, and its packages are
 * those that its `package.json` names.
 */
import { BEGINNING_VARIABLE, type Beginning, type FromChild, type ToChild } from './messages'
import { movedClock, standingClock } from './preload/clock'
import { mapListening } from './preload/listening'
import { aliasPackages } from './preload/packages'
import { seedRandomness } from './preload/randomness'
import { mapRedis } from './preload/redis'

function tell(message: FromChild): void {
  process.send?.(message)
}

const { start, aliases, redisPort }: Beginning = JSON.parse(process.env[BEGINNING_VARIABLE] ?? '')
delete process.env[BEGINNING_VARIABLE]

standingClock(start.now)
const reseed = seedRandomness()
reseed(start)
aliasPackages(process.cwd(), aliases)
const quiet = redisPort === null ? null : mapRedis(redisPort)
mapListening((port, actual) => tell({ type: 'listening', port, actual }))

process.on('message', async ({ moment }: ToChild) => {
  // What the program still has to say to Redis belongs to the moment before.
  await quiet?.()
  movedClock(moment.now)
  reseed(moment)
  tell({ type: 'moment-set' })
})
