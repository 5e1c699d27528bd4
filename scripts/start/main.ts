import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'
import next from 'next'
import { built } from './built'
import { desk } from './desk'

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
const app = next({ dev: false, port })
const handle = app.getRequestHandler()
await app.prepare()

const server = createServer((request, response) => {
  if (process.env.TRUST_PROXY !== '1') for (const name of FORWARDED) delete request.headers[name]
  void handle(request, response)
})
server.on('error', (error) => {
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  console.error(taken ? `Port ${port} is taken. Choose another: PORT=8080 npm start` : error.message)
  process.exit(1)
})
server.listen(port, () => {
  const address = server.address()
  const actual = address !== null && typeof address === 'object' ? address.port : port
  console.log(`Barbershop: http://localhost:${actual}${basePath}`)
  for (const host of lanAddresses()) console.log(`In the classroom: http://${host}:${actual}${basePath}`)
  console.log(`The instructor's desk: http://localhost:${actual}${basePath}/teach`)
  for (const line of settled.said) console.log(line)
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
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
