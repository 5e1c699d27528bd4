import { expect, it } from 'vitest'
import { charsetOf, decode } from '@/lib/playground/body-text'

const utf8 = (text: string) => new TextEncoder().encode(text)

it('decode falls back to UTF-8 for a charset nobody knows, and obeys a byte order mark', () => {
  expect(decode(utf8('欢迎'), 'no-such-charset')).toBe('欢迎')
  expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('欢')]), 'gbk')).toBe('欢')
})

it('charsetOf reads quoted and unquoted labels', () => {
  expect(charsetOf('text/html')).toBeNull()
  expect(charsetOf('text/html; Charset = UTF-8; x=y')).toBe('UTF-8')
})
