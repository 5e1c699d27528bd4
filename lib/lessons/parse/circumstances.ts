import type { Via, VisitAction } from '@/lib/engine/story/action'
import type { Given } from '@/lib/lessons/parse/actions/given'

const VIAS: readonly Via[] = ['address', 'link', 'form', 'image', 'script']

/** How a request comes about: `via=link`, and from which site's page: `from=https://evil.example`. */
export function circumstancesOf(given: Given): Pick<VisitAction, 'via' | 'from'> {
  const from = given.text('from')
  const via = given.oneOf('via', VIAS)
  if (from !== undefined) {
    if (!isOrigin(from)) given.report('bad-value', 'from', `from="${from}" is no origin such as https://evil.example`)
    else if (!given.has('via')) {
      given.report(
        'missing-attribute',
        'from',
        'how does that page send it? via=link, via=form, via=image or via=script',
      )
    } else if (via === 'address') {
      given.report('bad-value', 'via', 'what is typed into the address bar comes from no page')
    }
  }
  return { ...(via ? { via } : {}), ...(from === undefined ? {} : { from }) }
}

function isOrigin(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text
}
