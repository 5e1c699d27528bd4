import type { VisitRequest } from '@/lib/playground/actions'
import { type Destination, formDestination, linkDestination } from './destination'

interface Place {
  readonly url: string
  readonly base: string
}

interface Following {
  /** Where the page in the document is from: one after another comes into the same document. */
  readonly place: () => Place
  readonly request: (request: VisitRequest) => void
}

/** Turns links and forms of a frame's document into requests of the visitor; keys of the page around it still work. */
export function followLinksAndForms(frame: HTMLIFrameElement, inside: Document, { place, request }: Following): void {
  function follow(destination: Destination): void {
    switch (destination.kind) {
      case 'request':
        request(destination.request)
        break
      case 'fragment':
        inside.getElementById(destination.id)?.scrollIntoView()
        break
      case 'nowhere':
        break
      default:
        destination satisfies never
    }
  }

  function followLink(event: Event): void {
    const href = linkAt(inside, event)
    if (href === null) return
    event.preventDefault()
    const { url, base } = place()
    follow(linkDestination(href, url, base))
  }

  inside.addEventListener('click', followLink)
  inside.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') followLink(event)
    // F6 and the like belong to the playground, also while the focus is in here.
    else if (event.key === 'F6' || event.altKey) frame.dispatchEvent(new KeyboardEvent('keydown', copyOf(event)))
  })
  inside.addEventListener('dragstart', (event) => event.preventDefault())
  inside.addEventListener('submit', (event) => {
    event.preventDefault()
    const form = sentForm(inside, event)
    const { url, base } = place()
    if (form) follow(formDestination(form, url, base))
  })
}

/** The address of the link that an event happened on. */
function linkAt(inside: Document, event: Event): string | null {
  const view = inside.defaultView
  if (!view || !(event.target instanceof view.Element)) return null
  return event.target.closest('[data-visitor-href]')?.getAttribute('data-visitor-href') ?? null
}

function sentForm(inside: Document, event: SubmitEvent) {
  const view = inside.defaultView
  if (!view || !(event.target instanceof view.HTMLFormElement)) return null
  const form = event.target
  const button = event.submitter
  // What the button says goes before what the form says.
  const said = (name: string) =>
    button?.getAttribute(`data-visitor-form${name}`) ?? form.getAttribute(`data-visitor-${name}`) ?? ''
  const fields = [...new FormData(form, button)].map(
    ([name, value]) => [name, typeof value === 'string' ? value : value.name] as const,
  )
  return { action: said('action'), method: said('method'), fields }
}

function copyOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): KeyboardEventInit {
  return { key, code, altKey, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true }
}
