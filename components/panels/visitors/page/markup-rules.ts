/**
 * What of a server's page is let into a visitor's window. The frame runs no scripts and its policy loads
 * nothing; these rules make sure besides that nothing in it even tries, and that every link and form is ours to follow.
 */

/** Elements that run, load, or lead elsewhere by themselves. They go with everything in them. */
const FORBIDDEN_ELEMENTS = new Set([
  'script',
  'noscript',
  'base',
  'link',
  'meta',
  'iframe',
  'frame',
  'frameset',
  'object',
  'embed',
  'applet',
  'portal',
  'fencedframe',
  'animate',
  'animatemotion',
  'animatetransform',
  'set',
  'discard',
])

/** Attributes that load something, lead somewhere, or take the focus from the page around the window. */
const FORBIDDEN_ATTRIBUTES = new Set([
  'srcdoc',
  'srcset',
  'imagesrcset',
  'lowsrc',
  'dynsrc',
  'poster',
  'background',
  'data',
  'archive',
  'codebase',
  'classid',
  'manifest',
  'profile',
  'ping',
  'target',
  'formtarget',
  'attributionsrc',
  'nonce',
  'integrity',
  'download',
  'autofocus',
  'accesskey',
  'http-equiv',
])

/** Attributes that say where a link or a form leads: kept under another name, which no browser follows. */
const KEPT_APART: Readonly<Record<string, string>> = {
  href: 'data-visitor-href',
  'xlink:href': 'data-visitor-href',
  action: 'data-visitor-action',
  method: 'data-visitor-method',
  formaction: 'data-visitor-formaction',
  formmethod: 'data-visitor-formmethod',
}

export type AttributeRule =
  | { readonly do: 'keep' }
  | { readonly do: 'drop' }
  | { readonly do: 'rename'; readonly to: string }
  | { readonly do: 'replace'; readonly value: string }

const KEEP: AttributeRule = { do: 'keep' }
const DROP: AttributeRule = { do: 'drop' }

/** Whether an element (local name in any case) is left out. */
export function isForbiddenElement(name: string): boolean {
  return FORBIDDEN_ELEMENTS.has(name.toLowerCase())
}

/** What becomes of one attribute; names in any case. */
export function attributeRule(element: string, name: string, value: string): AttributeRule {
  const attribute = name.toLowerCase()
  if (attribute.startsWith('on') || attribute.startsWith('data-visitor-')) return DROP
  if (FORBIDDEN_ATTRIBUTES.has(attribute)) return DROP
  if (attribute === 'src') return isImageData(value) && element.toLowerCase() === 'img' ? KEEP : DROP
  if (attribute === 'style') return { do: 'replace', value: styleWithoutLoads(value) }
  if (attribute === 'type' && value.trim().toLowerCase() === 'image' && element.toLowerCase() === 'input') {
    return { do: 'replace', value: 'submit' }
  }
  // Within a drawing, `#id` refers to a part of the same drawing: <use href="#shape">.
  if ((attribute === 'href' || attribute === 'xlink:href') && !isLink(element)) {
    return value.startsWith('#') ? KEEP : DROP
  }
  const apart = KEPT_APART[attribute]
  return apart === undefined ? KEEP : { do: 'rename', to: apart }
}

/** Elements whose href is followed when clicked. */
export function isLink(element: string): boolean {
  const name = element.toLowerCase()
  return name === 'a' || name === 'area'
}

/** A style sheet or style attribute without anything that loads: url(), image-set(), @import, @font-face. */
export function styleWithoutLoads(css: string): string {
  return css
    .replace(/@import[^;]*;?/gi, '')
    .replace(/\b(?:url|src)\(\s*(?!['"]?data:image\/)(?:"[^"]*"|'[^']*'|[^)])*\)/gi, 'none')
    .replace(/(?:-webkit-)?image-set\((?:[^()]|\([^()]*\))*\)/gi, 'none')
}

function isImageData(value: string): boolean {
  return /^data:image\//i.test(value.trim())
}
