import { baseAddress } from './destination'
import { attributeRule, isForbiddenElement, isLink, styleWithoutLoads } from './markup-rules'

/** A page that is fit for a visitor's window, without what every document in there begins with (`frame-document.ts`). */
export interface SafePage {
  /** Whether its markup asks for the layout of browsers before the standards. */
  readonly quirks: boolean
  /** What is within its head. */
  readonly head: string
  /** Its body's own tags, and what is between them. */
  readonly bodyTags: string
  readonly body: string
  readonly title: string
  /** What relative addresses start from. */
  readonly base: string
}

/** Marks what was a <base>. */
const BASE = 'data-visitor-base'

/** A server's HTML as a document without anything that runs, loads or leads elsewhere by itself. */
export function safePage(html: string, address: string): SafePage {
  const parsed = new DOMParser().parseFromString(withBaseApart(html), 'text/html')
  const base = baseAddress(parsed.querySelector(`meta[${BASE}][href]`)?.getAttribute('href') ?? null, address)
  const title = parsed.title
  clean(parsed.documentElement)
  const quirks = parsed.compatMode === 'BackCompat'
  return { quirks, head: parsed.head?.innerHTML ?? '', ...bodyOf(parsed), title, base }
}

/** A <base> counts as soon as it is parsed, and our own page's policy refuses it with an error: so it becomes a <meta>. */
function withBaseApart(html: string): string {
  return html.replace(/<base(?=[\s/>])/gi, `<meta ${BASE}`)
}

/** Plain text as a browser shows it. */
export function textPage(text: string, address: string): SafePage {
  const shown = new DOMParser().parseFromString('<pre></pre>', 'text/html')
  const pre = shown.querySelector('pre')
  if (pre) {
    pre.textContent = text
    pre.setAttribute('style', 'white-space:pre-wrap;word-wrap:break-word')
  }
  return { quirks: false, head: '', ...bodyOf(shown), title: '', base: address }
}

function bodyOf({ body }: Document): Pick<SafePage, 'bodyTags' | 'body'> {
  const tags = body?.cloneNode(false)
  return { bodyTags: tags instanceof Element ? tags.outerHTML : '<body></body>', body: body?.innerHTML ?? '' }
}

function clean(root: Element): void {
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (isForbiddenElement(element.localName)) element.remove()
    else {
      cleanAttributes(element)
      if (element.localName === 'style') element.textContent = styleWithoutLoads(element.textContent ?? '')
      if (element instanceof HTMLTemplateElement) element.remove()
    }
  }
}

function cleanAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const rule = attributeRule(element.localName, name, value)
    switch (rule.do) {
      case 'keep':
        break
      case 'drop':
        element.removeAttribute(name)
        break
      case 'replace':
        element.setAttribute(name, rule.value)
        break
      case 'rename':
        element.removeAttribute(name)
        element.setAttribute(rule.to, value)
        if (isLink(element.localName)) {
          element.setAttribute('role', 'link')
          element.setAttribute('tabindex', '0')
        }
        break
      default:
        rule satisfies never
    }
  }
}
