import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { followLessons } from './follow-lessons'

it('asks on from what it heard last, until it is ended', async () => {
  const end = new AbortController()
  const asked: string[] = []
  const answers = ['a', 'a', 'b']
  const answer = (response: ServerResponse) => {
    const revision = answers.shift()
    if (revision === undefined) end.abort()
    else response.end(JSON.stringify({ revision }))
  }
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await followLessons(`http://127.0.0.1:${port}/barbershop`, 'zh', end.signal)
  const question = (since: string) => `/barbershop/api/lessons/changes?locale=zh&since=${since}`
  expect(asked).toEqual(['', 'a', 'a', 'b'].map(question))
  server.close()
  server.closeAllConnections()
})
