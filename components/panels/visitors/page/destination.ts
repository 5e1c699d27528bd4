import type { VisitRequest } from '@/lib/playground/actions'

/** What following a link or sending a form comes to. */
export type Destination =
  | { readonly kind: 'request'; readonly request: VisitRequest }
  /** A place within the page that is shown already. */
  | { readonly kind: 'fragment'; readonly id: string }
  /** Nothing a visitor's window follows: `javascript:`, `mailto:`, `data:` and what is no URL. */
  | { readonly kind: 'nowhere' }

const NOWHERE: Destination = { kind: 'nowhere' }

/**
 * Where a link leads.
 * @param href as the page has it
 * @param page address of the page
 * @param base what relative addresses start from; the page's address unless its <base> says otherwise
 */
export function linkDestination(href: string, page: string, base: string): Destination {
  const url = webAddress(href, base)
  if (!url) return NOWHERE
  if (url.hash !== '' && withoutHash(url) === withoutHash(new URL(page))) {
    return { kind: 'fragment', id: decodeURIComponentSafely(url.hash.slice(1)) }
  }
  return { kind: 'request', request: { url: symbolic(url, page), via: 'link' } }
}

/** A form as it is sent: `fields` in order, files by name. */
export interface SentForm {
  readonly action: string
  readonly method: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

/** What sending a form asks for (HTML section 4.10.21.3): GET puts the fields into the query, POST into the body. */
export function formDestination(form: SentForm, page: string, base: string): Destination {
  if (form.method.toLowerCase() === 'dialog') return NOWHERE
  const url = webAddress(form.action === '' ? page : form.action, base)
  if (!url) return NOWHERE
  const fields = new URLSearchParams(
    form.fields.map(([name, value]): [string, string] => [name, lines(value)]),
  ).toString()
  if (form.method.toLowerCase() === 'post') {
    return { kind: 'request', request: { url: symbolic(url, page), method: 'POST', body: fields, via: 'form' } }
  }
  url.search = fields
  return { kind: 'request', request: { url: symbolic(url, page), via: 'form' } }
}

/** The address that the page's own <base> gives, else the page's. */
export function baseAddress(href: string | null, page: string): string {
  return (href !== null && webAddress(href, page)?.href) || page
}

/**
 * What was typed into a window's address bar as a visit's address: a path or a host alone will do.
 * @param page address of the page in the window; `null` when there is none yet
 * @returns `null` when it leads nowhere
 */
export function typedAddress(text: string, page: string | null): string | null {
  const typed = text.trim()
  if (/^[/?]/.test(typed) && page === null) return typed
  const absolute = /^[/?]|^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`
  const url = typed === '' ? null : webAddress(absolute, page ?? 'http://localhost/')
  if (!url) return null
  return page === null ? url.href : symbolic(url, page)
}

function webAddress(href: string, base: string): URL | null {
  if (!URL.canParse(href, base)) return null
  const url = new URL(href, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
}

/** A path where that says the same: so the story still means the same should the program listen elsewhere. */
function symbolic(url: URL, page: string): string {
  return url.origin === new URL(page).origin ? `${url.pathname}${url.search}${url.hash}` : url.href
}

function withoutHash(url: URL): string {
  return url.href.slice(0, url.href.length - url.hash.length)
}

/** Fields are sent with CRLF line ends (HTML section 4.10.21.4). */
function lines(value: string): string {
  return value.replace(/\r\n|\r|\n/g, '\r\n')
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
