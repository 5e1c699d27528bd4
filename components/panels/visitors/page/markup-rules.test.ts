import { describe, expect, it } from 'vitest'
import { attributeRule, isForbiddenElement, styleWithoutLoads } from './markup-rules'

describe('elements', () => {
  it.each(['script', 'SCRIPT', 'iframe', 'object', 'embed', 'base', 'meta', 'link', 'frame', 'animate', 'noscript'])(
    'leaves out %s',
    (name) => {
      expect(isForbiddenElement(name)).toBe(true)
    },
  )

  it.each(['p', 'form', 'input', 'svg', 'style', 'img', 'table', 'a'])('keeps %s', (name) => {
    expect(isForbiddenElement(name)).toBe(false)
  })
})

describe('attributes', () => {
  it.each([
    ['a', 'onclick', 'x()'],
    ['svg', 'onLoad', 'x()'],
    ['img', 'src', '/logo.png'],
    ['img', 'src', 'http://shop.example/logo.png'],
    ['img', 'srcset', '/a.png 2x'],
    ['input', 'src', 'data:image/png;base64,AAAA'],
    ['video', 'src', 'data:image/png;base64,AAAA'],
    ['video', 'poster', '/a.png'],
    ['body', 'background', '/a.png'],
    ['a', 'ping', '/track'],
    ['a', 'target', '_top'],
    ['form', 'target', '_blank'],
    ['button', 'formtarget', '_blank'],
    ['a', 'download', ''],
    ['input', 'autofocus', ''],
    ['image', 'href', 'http://evil.example/x.png'],
    ['use', 'xlink:href', '/sprite.svg#a'],
    ['a', 'data-visitor-href', '/spoofed'],
  ])('drops <%s %s=%j>', (element, name, value) => {
    expect(attributeRule(element, name, value)).toEqual({ do: 'drop' })
  })

  it.each([
    ['a', 'href', 'javascript:alert(1)', 'data-visitor-href'],
    ['area', 'HREF', '/user', 'data-visitor-href'],
    ['a', 'xlink:href', '/user', 'data-visitor-href'],
    ['form', 'action', '/login', 'data-visitor-action'],
    ['form', 'method', 'post', 'data-visitor-method'],
    ['button', 'formaction', '/other', 'data-visitor-formaction'],
    ['input', 'formmethod', 'post', 'data-visitor-formmethod'],
  ])('keeps <%s %s=%j> where no browser follows it', (element, name, value, to) => {
    expect(attributeRule(element, name, value)).toEqual({ do: 'rename', to })
  })

  it.each([
    ['img', 'src', 'data:image/png;base64,AAAA'],
    ['img', 'alt', 'logo'],
    ['use', 'href', '#shape'],
    ['input', 'type', 'password'],
    ['p', 'class', 'a'],
    ['label', 'for', 'a'],
  ])('keeps <%s %s=%j>', (element, name, value) => {
    expect(attributeRule(element, name, value)).toEqual({ do: 'keep' })
  })

  it('makes a picture button, which would load its picture, an ordinary one', () => {
    expect(attributeRule('input', 'type', 'IMAGE')).toEqual({ do: 'replace', value: 'submit' })
  })

  it('takes what loads out of a style', () => {
    expect(attributeRule('p', 'style', 'color:red;background:url(/a.png)')).toEqual({
      do: 'replace',
      value: 'color:red;background:none',
    })
  })
})

describe('styleWithoutLoads', () => {
  it.each([
    ['@import "http://evil.example/x.css"; p{color:red}', ' p{color:red}'],
    ['a{background:URL( "http://evil.example/(x).png" )}', 'a{background:none}'],
    ["a{background:url('/x.png') no-repeat}", 'a{background:none no-repeat}'],
    ['@font-face{font-family:x;src:url(x.woff)}', '@font-face{font-family:x;src:none}'],
    ['a{background:image-set(url(a.png) 1x, "b.png" 2x)}', 'a{background:none}'],
    ['a{background:url(data:image/gif;base64,R0lGOD)}', 'a{background:url(data:image/gif;base64,R0lGOD)}'],
    ['p{color:#c00;margin:0 auto}', 'p{color:#c00;margin:0 auto}'],
  ])('makes %j %j', (css, expected) => {
    expect(styleWithoutLoads(css)).toBe(expected)
  })
})
