import type { Failure, Mismatch } from '@/lib/lessons/check/failure'

/** Characters of one side that fit into a line of diagnostics. */
const SHOWN = 120

/** A failure in one line, for authors: `expects "Set-Cookie: …; HttpOnly", got "Set-Cookie: …"`. */
export function describeFailure(failure: Failure): string {
  const mismatches = failure.mismatches.map(describeMismatch)
  const faults = failure.faults.map(({ fault, message, place }) => {
    return `${fault}: ${message}${place ? ` (${place.file}:${place.line})` : ''}`
  })
  return [...mismatches, ...faults].join('; ')
}

/** One thing that does not hold, in one line. */
export function describeMismatch(mismatch: Mismatch): string {
  if (mismatch.kind === 'predictable') {
    const { capture, actual, madeOf } = mismatch
    return `{${capture}} is "${cut(actual)}" again; made of ${madeOf.join(' and ') || 'nothing that changes'}`
  }
  const { kind, expected, actual } = mismatch
  const got = actual === null ? 'nothing' : `"${cut(actual)}"`
  switch (kind) {
    case 'status':
    case 'header':
    case 'body':
    case 'row':
      return `${kind}: expects "${cut(expected)}", got ${got}`
    case 'no-header':
    case 'no-body':
    case 'no-row':
      return `${kind.slice('no-'.length)}: expects no "${cut(expected)}", got ${got}`
    case 'answer':
      return `no answer to "${cut(expected)}": ${actual ?? 'it was not sent'}`
    case 'answered':
      return `expects no answer${expected === 'any' ? '' : ` (${expected})`}, got ${got}`
    case 'action':
      return `${expected} can't be done: ${actual ?? 'no reason given'}`
    default:
      return kind satisfies never
  }
}

function cut(text: string): string {
  const line = text.replaceAll(/\s*\n\s*/g, ' ⏎ ')
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line
}
