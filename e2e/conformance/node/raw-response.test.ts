import { describe, expect, test } from 'vitest'
import { RawResponse } from './raw-response'

function read(text: string, closed = false, method = 'GET') {
  const response = new RawResponse(method)
  for (const byte of Buffer.from(text, 'latin1')) {
    expect(response.read()).toBeNull()
    response.push(Uint8Array.of(byte))
  }
  if (closed) response.close()
  return response.read()
}

describe('RawResponse', () => {
  test('keeps order and case of header lines, and lines of one name apart', () => {
    const answer = read(
      'HTTP/1.1 200 OK\r\nset-cookie: a=1\r\nX-Y:  z \r\nSet-Cookie: b=2\r\nContent-Length: 2\r\n\r\nhi',
    )
    expect(answer?.head).toEqual({
      status: 200,
      reason: 'OK',
      headers: [
        ['set-cookie', 'a=1'],
        ['X-Y', 'z'],
        ['Set-Cookie', 'b=2'],
        ['Content-Length', '2'],
      ],
    })
    expect(String(answer?.body)).toBe('hi')
    expect(answer?.failure).toBeNull()
  })

  test('takes chunked coding off and keeps the sizes', () => {
    const answer = read('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\na\r\n0123456789\r\n0\r\n\r\n')
    expect(String(answer?.body)).toBe('abc0123456789')
    expect(answer?.chunks).toEqual([3, 10])
  })

  test.each([
    ['HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n'],
    ['GET', 'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n'],
    ['GET', 'HTTP/1.1 204 No Content\r\n\r\n'],
  ])('%s %j has no body', (method, text) => {
    expect(read(text, false, method)?.body).toHaveLength(0)
  })

  test('without a length the body ends with the connection', () => {
    const answer = read('HTTP/1.1 200 OK\r\n\r\nall of it', true)
    expect(String(answer?.body)).toBe('all of it')
    expect(answer?.failure).toBeNull()
  })

  test.each([
    ['before the head', 'HTTP/1.1 200 OK\r\nConte'],
    ['in a body of known length', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhal'],
    ['in a chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhal'],
    ['between chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhal\r\n'],
  ])('closed %s, the answer failed', (_, text) => {
    expect(read(text, true)?.failure).toBe('connection-reset')
  })

  test('bytes after the end are an error', () => {
    const response = new RawResponse('HEAD')
    response.push(Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'))
    expect(() => response.read()).toThrow('5 bytes after the end')
  })
})
