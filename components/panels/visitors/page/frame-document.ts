import type { SafePage } from './sanitise'

/** The frame's own policy: nothing is loaded, nothing is sent, whatever the markup says. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; script-src 'none'"

/** Links have no href in the window, so they get back the looks that a browser gives to links. */
const STYLE = `<style>:root{color-scheme:light;background:#fff;color:#000}
[data-visitor-href]{color:#0000ee;text-decoration:underline;cursor:pointer}
[data-visitor-href]:focus-visible{outline:2px solid #1a56db;outline-offset:2px}</style>`

/** A document for `srcdoc` that has nothing but the policy: pages are put into it. */
export function emptyDocument(quirks: boolean): string {
  return `${quirks ? '' : '<!doctype html>'}<head><meta http-equiv="Content-Security-Policy" content="${POLICY}">${STYLE}</head>`
}

/**
 * Puts one page after another into a document that began as an empty one: to load each in a document of its own takes a
 * browser ten times as long. The policy holds as long as the document does, though its element goes (CSP 3 section 3.3),
 * and scripts in markup that is put in would not run anyway (HTML section 8.5.4).
 */
export function pageShower(inside: Document): (page: SafePage) => void {
  let scrolled = false
  let outside: string | null = null
  inside.addEventListener('scroll', () => {
    scrolled = true
  })
  return (page) => {
    // Pages of one program often differ in their bodies alone: then their styles stay as they are.
    const around = `<head>${STYLE}${page.head}</head>${page.bodyTags}`
    if (around !== outside) inside.documentElement.innerHTML = around
    outside = around
    inside.body.innerHTML = page.body
    // A new page begins at its top. To ask where it stands would make the browser lay out everything too early.
    if (scrolled) inside.defaultView?.scrollTo(0, 0)
    scrolled = false
  }
}
