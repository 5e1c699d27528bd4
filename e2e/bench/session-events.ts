import type { SessionOptions } from '@/lib/engine/sessions/decision'
import type { EventBody } from '@/lib/engine/trace/event'

const OPTIONS: SessionOptions = {
  name: 'connect.sid',
  resave: false,
  saveUninitialized: false,
  rolling: false,
  unset: 'keep',
  assumed: [],
  storeHasTouch: true,
  secrets: 1,
}

/** What express-session has to say about a visit that changes its session. `old`: the id that the visitor brings. */
export function sessionEvents(
  about: { readonly process: number; readonly exchange: number },
  id: string,
  isNew: boolean,
  old: string | null,
): { readonly beforeHandler: readonly EventBody[]; readonly afterHandler: readonly EventBody[] } {
  const { name } = OPTIONS
  const facts = { isNew, replaced: false, modified: true, hasExpiry: false }
  const get = about.exchange * 2
  const asked: EventBody[] = [
    { type: 'store-call', ...about, call: get, name, method: 'get', id: old ?? id, by: 'middleware' },
    { type: 'store-answer', ...about, call: get, outcome: isNew ? 'missing' : 'found' },
  ]
  const outcome = { kind: isNew ? 'not-found' : 'loaded', id: old ?? id, secret: 1 } as const
  const loaded: EventBody = {
    type: 'session',
    ...about,
    decision: { step: 'load', options: OPTIONS, cookie: `s:${old ?? id}.signature`, outcome },
  }
  const made: EventBody = { type: 'session', ...about, decision: { step: 'generate', name, id, cause: 'request' } }
  return {
    beforeHandler: [...asked, loaded, ...(isNew ? [made] : [])],
    afterHandler: [
      {
        type: 'session',
        ...about,
        decision: { step: 'save', name, id, outcome: 'set', facts: { ...facts, saved: 'no' }, gone: null },
      },
      { type: 'store-call', ...about, call: get + 1, name, method: 'set', id, by: 'middleware' },
      { type: 'store-answer', ...about, call: get + 1, outcome: 'done' },
      {
        type: 'session',
        ...about,
        decision: { step: 'cookie', name, id, outcome: isNew ? 'set' : 'not-set', facts, connection: null },
      },
    ],
  }
}
