import { baseAddress } from './destination'
import { attributeRule, isForbiddenElement, isLink, styleWithoutLoads } from './markup-rules'

/** A page that is fit for a visitor's window. */
export interface SafePage {
  /** A whole document for `srcdoc`, its own policy first. */
  readonly html: string
  readonly title: string
  /** What relative addresses start from. */
  readonly base: string
}

/** The frame's own policy: nothing is loaded, nothing is sent, whatever the markup says. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; script-src 'none'"

/** Links have no href in the window, so they get back the looks that a browser gives to links. */
const STYLE = `:root{color-scheme:light;background:#fff;color:#000}
[data-visitor-href]{color:#0000ee;text-decoration:underline;cursor:pointer}
[data-visitor-href]:focus-visible{outline:2px solid #1a56db;outline-offset:2px}`

/** Marks what was a <base>. */
const BASE = 'data-visitor-base'

/** A server's HTML as a document without anything that runs, loads or leads elsewhere by itself. */
export function safePage(html: string, address: string): SafePage {
  const parsed = new DOMParser().parseFromString(withBaseApart(html), 'text/html')
  const base = baseAddress(parsed.querySelector(`meta[${BASE}][href]`)?.getAttribute('href') ?? null, address)
  const title = parsed.title
  clean(parsed.documentElement)
  const doctype = parsed.compatMode === 'BackCompat' ? '' : '<!doctype html>'
  return { html: `${doctype}${head(parsed)}${parsed.body?.outerHTML ?? ''}`, title, base }
}

/** A <base> counts as soon as it is parsed, and our own page's policy refuses it with an error: so it becomes a <meta>. */
function withBaseApart(html: string): string {
  return html.replace(/<base(?=[\s/>])/gi, `<meta ${BASE}`)
}

/** Plain text as a browser shows it. */
export function textPage(text: string): string {
  const shown = new DOMParser().parseFromString('<pre></pre>', 'text/html')
  const pre = shown.querySelector('pre')
  if (pre) {
    pre.textContent = text
    pre.setAttribute('style', 'white-space:pre-wrap;word-wrap:break-word')
  }
  return `<!doctype html>${head(shown)}${shown.body.outerHTML}`
}

function head(page: Document): string {
  return `<head><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${STYLE}</style>${page.head?.innerHTML ?? ''}</head>`
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
