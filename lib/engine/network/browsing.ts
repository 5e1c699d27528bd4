import type { Clock } from '@/lib/engine/clock'
import { isSameSite, schemefulSite } from '@/lib/engine/cookies/same-site'
import type { HeaderList, HttpRequest, ResponseHead } from '@/lib/engine/http/message'
import { Exchange } from '@/lib/engine/network/exchange'
import { route } from '@/lib/engine/network/hosts'
import type { Machine } from '@/lib/engine/network/machine'
import type { Via } from '@/lib/engine/story/action'
import type { ExchangeId } from '@/lib/engine/trace/event'
import type { Recorder } from '@/lib/engine/trace/recorder'
import { redirectOf } from '@/lib/engine/visitors/redirect'
import { isNavigation, overrideHeaders, requestHeaders } from '@/lib/engine/visitors/request-headers'
import type { Visitor } from '@/lib/engine/visitors/visitor'

/** How long a visitor waits for a complete answer, in virtual milliseconds. */
export const PATIENCE = 30_000
/** How many redirects a browser follows before it gives up (Fetch standard, section 4.5: 20). */
export const MAX_REDIRECTS = 20

/** One request that a visitor is about to make. */
export interface Errand {
  readonly visitor: Visitor
  readonly url: URL
  readonly method: string
  readonly body: string | null
  readonly headers: HeaderList
  readonly via: Via
  readonly initiator: URL | null
  readonly reload: boolean
  /** Set where a posted form or a reload was redirected to. */
  readonly revalidates: boolean
  /** What the visitor's history does with the page. */
  readonly history: 'push' | 'replace' | 'back'
  readonly redirects: number
  readonly redirectOf: ExchangeId | null
}

const encoder = new TextEncoder()

/** Sends visitors' requests over the world's network and brings the answers home: cookies, redirects, pages. */
export class Browsing {
  readonly #clock: Clock
  readonly #recorder: Recorder
  readonly #machine: Machine
  #exchanges = 0
  #inAction = 0
  #open = 0

  constructor(clock: Clock, recorder: Recorder, machine: Machine) {
    this.#clock = clock
    this.#recorder = recorder
    this.#machine = machine
  }

  /** How many exchanges are not complete yet. */
  get open(): number {
    return this.#open
  }

  beginAction(): void {
    this.#inAction = 0
  }

  send(errand: Errand): void {
    const { visitor, url } = errand
    const target = route(url, this.#machine.ports())
    const request = this.#request(errand, target.kind === 'port' && target.viaProxy)
    const process = target.kind === 'port' ? this.#machine.choose(target.port, visitor.id) : null
    const id = ++this.#exchanges
    const stream = `${this.#recorder.action ?? 'start'}.${this.#inAction++}`
    const exchange = this.#exchange(id, request.message, errand)
    this.#recorder.emit({
      type: 'request-sent',
      exchange: id,
      visitor: visitor.id,
      url: url.href,
      request: request.message,
      via: errand.via,
      process,
      ...(errand.redirectOf === null ? {} : { redirectOf: errand.redirectOf }),
    })
    for (const decision of request.decisions) {
      this.#recorder.emit({ type: 'cookie', visitor: visitor.id, exchange: id, decision })
    }
    if (errand.redirects > MAX_REDIRECTS) exchange.fail('too-many-redirects')
    else if (target.kind === 'unknown-host') exchange.fail('unknown-host')
    else if (target.kind === 'refused' || process === null) exchange.fail('connection-refused')
    else this.#machine.deliver(process, target.port, request.message, { exchange: id, stream }, exchange)
  }

  #exchange(id: ExchangeId, request: HttpRequest, errand: Errand): Exchange {
    this.#open++
    const patience = this.#clock.at(this.#clock.now + PATIENCE, () => {
      exchange.fail('timed-out')
      this.#machine.abandon(id)
    })
    const exchange: Exchange = new Exchange(id, request, this.#recorder, {
      headArrived: (head) => this.#machine.aside(() => this.#headArrived(id, head, errand)),
      failed: (_failure, headSeen) => {
        if (!headSeen) this.#machine.aside(() => this.#show(id, errand))
      },
      closed: () => {
        patience.cancel()
        this.#open--
      },
    })
    return exchange
  }

  #request(errand: Errand, viaProxy: boolean) {
    const { visitor, url, method, initiator, via, reload } = errand
    const body = errand.body === null ? new Uint8Array(0) : encoder.encode(errand.body)
    const sameSite = initiator === null || isSameSite(initiator, url)
    const ownCookie = errand.headers.some(([name]) => name.toLowerCase() === 'cookie')
    const cookies = ownCookie
      ? { header: null, decisions: [] }
      : visitor.jar.retrieve({
          url,
          now: this.#clock.now,
          httpApi: true,
          method,
          sameSiteRequest: sameSite,
          topLevelNavigation: isNavigation(via),
          topLevelSite: topLevelSite(errand),
          isReload: reload,
        })
    const base = requestHeaders({
      url,
      method,
      via,
      initiator,
      sameSite,
      reload,
      revalidates: mustBeFresh(errand),
      thirdPartyCookies: visitor.takesThirdPartyCookies,
      contentLength: errand.body === null ? null : body.length,
      cookie: cookies.header,
      viaProxy,
    })
    const message: HttpRequest = {
      method,
      target: `${url.pathname}${url.search}`,
      headers: errand.headers.length === 0 ? base : overrideHeaders(base, errand.headers),
      body,
    }
    return { message, decisions: cookies.decisions }
  }

  #headArrived(id: ExchangeId, head: ResponseHead, errand: Errand): void {
    const { visitor, url, initiator, via } = errand
    const sameSiteRequest = initiator === null || isSameSite(initiator, url) || isNavigation(via)
    for (const [name, value] of head.headers) {
      if (name.toLowerCase() !== 'set-cookie') continue
      for (const decision of visitor.jar.receive(value, {
        url,
        now: this.#clock.now,
        httpApi: true,
        sameSiteRequest,
        topLevelSite: topLevelSite(errand),
      })) {
        this.#recorder.emit({ type: 'cookie', visitor: visitor.id, exchange: id, decision })
      }
    }
    const redirect = redirectOf(head, url, errand.method)
    if (redirect === null) this.#show(id, errand)
    else if (visitor.open) {
      this.send({
        ...errand,
        url: redirect.url,
        method: redirect.method,
        body: redirect.method === errand.method ? errand.body : null,
        headers: [],
        revalidates: mustBeFresh(errand),
        redirects: errand.redirects + 1,
        redirectOf: id,
      })
    }
  }

  #show(id: ExchangeId, errand: Errand): void {
    const { visitor, url, method, body, history, via, initiator } = errand
    if (!isNavigation(via) || !visitor.open) return
    visitor.show({ url, method, body, via, initiator }, history)
    this.#recorder.emit({ type: 'page-shown', visitor: visitor.id, exchange: id, url: url.href, history })
  }
}

/** The site of the page in the window: the one that is opened, or the one whose image or script it is. */
function topLevelSite({ url, via, initiator }: Errand): string {
  return schemefulSite(isNavigation(via) ? url : (initiator ?? url))
}

function mustBeFresh({ reload, revalidates, via, method }: Errand): boolean {
  return reload || revalidates || (via === 'form' && method === 'POST')
}
