import { parseCookieDate } from '@/lib/engine/cookies/cookie-date'
import type { HarCookie } from '@/lib/engine/http/har/types'
import type { HeaderList } from '@/lib/engine/http/message'

/** The cookies that a request carries. */
export function requestCookies(headers: HeaderList): readonly HarCookie[] {
  return valuesOf(headers, 'cookie')
    .flatMap((value) => value.split(';'))
    .map(pairIn)
    .filter(({ name, value }) => name !== '' || value !== '')
}

/** The cookies that a response sets, as its lines say: whether a browser keeps them is another question. */
export function responseCookies(headers: HeaderList): readonly HarCookie[] {
  return valuesOf(headers, 'set-cookie').map((line) => {
    const [first = '', ...rest] = line.split(';')
    const attributes = new Map(rest.map(pairIn).map(({ name, value }) => [name.toLowerCase(), value]))
    const path = attributes.get('path')
    const domain = attributes.get('domain')
    const expires = parseCookieDate(attributes.get('expires') ?? '')
    return {
      ...pairIn(first),
      ...(path === undefined ? {} : { path }),
      ...(domain === undefined ? {} : { domain }),
      ...(expires === null ? {} : { expires: new Date(expires).toISOString() }),
      httpOnly: attributes.has('httponly'),
      secure: attributes.has('secure'),
    }
  })
}

function valuesOf(headers: HeaderList, name: string): readonly string[] {
  return headers.filter(([given]) => given.toLowerCase() === name).map(([, value]) => value)
}

function pairIn(text: string): HarCookie {
  const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(text.trim()) ?? []
  return { name: name.trim(), value: value.trim() }
}
