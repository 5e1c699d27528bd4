import { expect, test } from 'vitest'
import { cookieLinePieces, signedValue } from '@/lib/engine/trace/signed-value'

test('a signed value has a prefix, an id and a signature behind the last dot', () => {
  expect(signedValue('s%3Aab.c.d%2Fe')).toEqual({ prefix: 's%3A', id: 'ab.c', signature: 'd%2Fe' })
  expect(signedValue('s:ab.sig')).toEqual({ prefix: 's:', id: 'ab', signature: 'sig' })
  expect(signedValue('s%3aab.sig')?.prefix).toBe('s%3a')
  for (const other of ['ab.sig', 's:ab', 's:.sig', 's:ab.', '', 'dark']) expect(signedValue(other)).toBeNull()
})

test('a Cookie line has many values, a Set-Cookie line one; the pieces are the line', () => {
  const values = (header: string, line: string) => {
    const pieces = cookieLinePieces(header, line)
    expect(pieces.map(({ text }) => text).join('')).toBe(line)
    return pieces.flatMap((piece) => (piece.type === 'value' ? [[piece.name, piece.text]] : []))
  }
  expect(values('Cookie', 'a=1; b=s:x.y; =c; d')).toEqual([
    ['a', '1'],
    ['b', 's:x.y'],
    ['', 'c'],
  ])
  expect(values('Set-Cookie', 'a=b=c; Path=/; Expires=Tue, 24 Nov 2026 00:01:00 GMT')).toEqual([['a', 'b=c']])
  expect(values('cookie', '')).toEqual([])
  expect(values('Cookie', 'a=;')).toEqual([['a', '']])
})
