import { describe, expect, it } from 'vitest'
import { pageBody } from './page-body'

const utf8 = (text: string) => new TextEncoder().encode(text)
const GBK = Uint8Array.from([0xbb, 0xb6, 0xd3, 0xad])

describe('pageBody', () => {
  it('decodes by the charset of Content-Type', () => {
    expect(pageBody([['content-type', 'text/html;charset=gbk']], GBK)).toEqual({ kind: 'html', text: '欢迎' })
    expect(pageBody([['Content-Type', 'text/plain; charset="utf-8"']], utf8('欢迎'))).toEqual({
      kind: 'text',
      text: '欢迎',
    })
  })

  it('decodes by the charset that the markup names when the header names none', () => {
    const markup = new Uint8Array([...utf8('<meta charset="gbk">'), ...GBK])
    expect(pageBody([['Content-Type', 'text/html']], markup)).toMatchObject({ text: '<meta charset="gbk">欢迎' })
  })

  it('takes JSON and other text for text, and an attachment or an image for a file', () => {
    expect(pageBody([['Content-Type', 'application/json; charset=utf-8']], utf8('{}'))).toEqual({
      kind: 'text',
      text: '{}',
    })
    expect(pageBody([['Content-Type', 'application/problem+json']], utf8('{}'))).toMatchObject({ kind: 'text' })
    expect(pageBody([['Content-Type', 'image/png']], utf8('x'))).toEqual({ kind: 'file', type: 'image/png', size: 1 })
    expect(
      pageBody(
        [
          ['Content-Disposition', 'attachment; filename=a'],
          ['Content-Type', 'text/html'],
        ],
        utf8('x'),
      ),
    ).toEqual({ kind: 'file', type: 'text/html', size: 1 })
  })

  it('sniffs only where no type is given', () => {
    expect(pageBody([], utf8(' <p>hello'))).toMatchObject({ kind: 'html' })
    expect(pageBody([], utf8('2 < 3'))).toMatchObject({ kind: 'text' })
    expect(pageBody([['Content-Type', 'text/plain']], utf8('<p>hello'))).toMatchObject({ kind: 'text' })
    expect(pageBody([], new Uint8Array(0))).toEqual({ kind: 'empty' })
  })
})
