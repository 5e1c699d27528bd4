/**
 * Loaded into real Node before a program (`--require`): its time is virtual and goes on only when it is told to, its
 * randomness comes from the same streams as a world's, its ports are free ones on the loopback, and its packages are
 * those that its `package.json` names.
 */
import { BEGINNING_VARIABLE, type Beginning, type FromChild, type ToChild } from './messages'
import { VirtualClock } from './preload/clock'
import { mapListening } from './preload/listening'
import { aliasPackages } from './preload/packages'
import { seedRandomness } from './preload/randomness'
import { mapRedis } from './preload/redis'
import { countRequests, untilAtRest } from './preload/rest'

function tell(message: FromChild): void {
  process.send?.(message)
}

const { now, labels, aliases, redisPort }: Beginning = JSON.parse(process.env[BEGINNING_VARIABLE] ?? '')
delete process.env[BEGINNING_VARIABLE]

const clock = new VirtualClock(now)
const reseed = seedRandomness()
reseed(labels)
aliasPackages(process.cwd(), aliases)
const redisAtRest = redisPort === null ? async () => {} : mapRedis(redisPort)
mapListening((port, actual) => tell({ type: 'listening', port, actual }))
const arrived = countRequests()

async function atRest(): Promise<void> {
  await untilAtRest()
  await redisAtRest()
  await untilAtRest()
}

// Nobody is left to ask anything of it: a test run that was broken off leaves no servers behind.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))
process.on('message', async (message: ToChild) => {
  await arrived(message.requests)
  await clock.moveTo(message.to, atRest)
  if (message.labels) reseed(message.labels)
  tell({ type: 'arrived' })
})
