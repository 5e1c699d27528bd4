import { createServer } from 'node:http'
import { isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'
import next from 'next'
import { routing } from '@/lib/i18n/routing'
import { built } from './built'
import { desk } from './desk'
import { followLessons } from './follow-lessons'

/** Lines by which a proxy says who asked, and how. Anybody can write them: without a proxy they are lies. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]

const settled = desk(process.env)
if (!settled.ok) {
  console.error(settled.problem)
  process.exit(1)
}
const build = await built(process.env.BASE_PATH)
if (!build.ok) {
  console.error(build.problem)
  process.exit(1)
}
const { basePath } = build
// The configuration reads it there.
Object.assign(process.env, settled.made, { BASE_PATH: basePath })

const port = Number(process.env.PORT || 3000)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT=${process.env.PORT} is no port: give a number from 1 to 65535.`)
  process.exit(1)
}
/** Behind a proxy nobody else should come to the port: whatever is believed of the proxy is believed of them, too. */
const only = process.env.LISTEN_ADDRESS || undefined
const app = next({ dev: false, port })
const handle = app.getRequestHandler()
await app.prepare()

const server = createServer((request, response) => {
  if (process.env.TRUST_PROXY !== '1') for (const name of FORWARDED) delete request.headers[name]
  void handle(request, response)
})
const ending = new AbortController()
server.on('error', (error) => {
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  console.error(taken ? `Port ${port} is taken. Choose another: PORT=8080 npm start` : error.message)
  process.exit(1)
})
server.listen(port, only, () => {
  const address = server.address()
  const actual = address !== null && typeof address === 'object' ? address.port : port
  const at = (host: string) => `http://${isIPv6(host) ? `[${host}]` : host}:${actual}${basePath}`
  console.log(`Barbershop: ${at(only ?? 'localhost')}`)
  if (only === undefined) for (const host of lanAddresses()) console.log(`In the classroom: ${at(host)}`)
  console.log(`The instructor's desk: ${at(only ?? 'localhost')}/teach`)
  for (const line of settled.said) console.log(line)
  for (const locale of routing.locales) void followLessons(at(only ?? 'localhost'), locale, ending.signal)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    ending.abort()
    server.close()
    server.closeAllConnections()
    void app.close().finally(() => process.exit(0))
  })
}

function lanAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}
