import type { Action } from '@/lib/engine/story/action'
import type { Captures } from '@/lib/lessons/check/match-pattern'
import type { Pattern, Step, Transcript } from '@/lib/lessons/model'
import { parsePattern } from '@/lib/lessons/pattern'

/**
 * The request that has to be sent before these steps can be: what it brings is named in what they send, and nothing has
 * brought it yet. `null`: they can be sent.
 * @param all the steps of the text or task that they are part of
 */
export function neededFirst(steps: readonly Step[], all: readonly Step[], captures: Captures): Transcript | null {
  const wanted = steps.flatMap(namesSent).find((name) => !captures.has(name))
  if (wanted === undefined) return null
  const bringing = all.findIndex((step) => patternsExpected(step).some((pattern) => namesIn(pattern).includes(wanted)))
  // Rows give names as well, to what the request before them led to.
  const request = all.slice(0, bringing + 1).findLast((step) => step.type === 'transcript')
  return request?.transcript ?? null
}

function namesSent(step: Step): readonly string[] {
  return step.type === 'transcript'
    ? textsSent(step.transcript.action).flatMap((text) => namesIn(parsePattern(text)))
    : []
}

function textsSent(action: Action): readonly string[] {
  if (action.type !== 'visit') return []
  return [...(action.headers ?? []).map(([, value]) => value), ...(action.body === undefined ? [] : [action.body])]
}

function patternsExpected(step: Step): readonly Pattern[] {
  switch (step.type) {
    case 'transcript': {
      const { headers, body } = step.transcript.expected
      return [
        ...headers.flatMap(({ match }) => (match.kind === 'value' ? [match.pattern] : [])),
        ...body.flatMap(({ text, contained }) => (contained ? [text] : [])),
      ]
    }
    case 'rows':
      return step.rows.rows.flatMap(({ key, value, present }) => (present ? [key, value] : []))
    case 'actions':
      return []
    default:
      return step satisfies never
  }
}

/** The names in a text; `{!name}` names nothing new. */
function namesIn(pattern: Pattern): readonly string[] {
  return pattern.flatMap((part) => (part.type === 'capture' && !part.other ? [part.name] : []))
}
