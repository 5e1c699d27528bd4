import { expect, it } from 'vitest'
import { headSize, requestBytes, responseBytes } from '@/lib/engine/http/wire'

const encoder = new TextEncoder()

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

it('writes a request as it is sent', () => {
  const headers = [
    ['Host', 'localhost:9090'],
    ['Content-Length', '3'],
  ] as const
  const request = { method: 'POST', target: '/a?b=1', headers, body: encoder.encode('c=2') }
  expect(text(requestBytes(request))).toBe(
    'POST /a?b=1 HTTP/1.1\r\nHost: localhost:9090\r\nContent-Length: 3\r\n\r\nc=2',
  )
})

it('writes a response as it comes, several cookies on lines of their own', () => {
  const headers = [
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
  ] as const
  const head = { status: 200, reason: 'OK', headers }
  expect(text(responseBytes(head, [encoder.encode('剩'), encoder.encode('90')], true))).toBe(
    'HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n剩90',
  )
})

it('gives chunks their frames, and the end only when it came', () => {
  const head = { status: 200, reason: 'OK', headers: [['Transfer-Encoding', 'chunked']] as const }
  const pieces = [encoder.encode('x'.repeat(17)), encoder.encode('y')]
  const start = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n${'x'.repeat(17)}\r\n1\r\ny\r\n`
  expect(text(responseBytes(head, pieces, true))).toBe(`${start}0\r\n\r\n`)
  expect(text(responseBytes(head, pieces, false))).toBe(start)
})

it('counts a byte for a character of latin1, as Node writes heads', () => {
  expect(headSize('HTTP/1.1 200 OK', [['X', 'é']])).toBe('HTTP/1.1 200 OK\r\nX: é\r\n\r\n'.length)
  expect(headSize('HTTP/1.1 200 OK', [['X', '剩']])).toBe('HTTP/1.1 200 OK\r\nX: \r\n\r\n'.length + 3)
})
