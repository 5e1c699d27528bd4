import type { CookieRuleId } from '@/lib/engine/cookies/rules'
import type { Tampering } from '@/lib/engine/story/action'

/** What tampering comes to: the new value, and the rule that says what was done. */
export interface Tampered {
  readonly value: string
  readonly rule: CookieRuleId
}

/**
 * `s:<value>.<signature>` as it stands in a cookie, percent-encoded or not. The last dot parts the two, as
 * cookie-signature has it; what is not touched keeps its bytes.
 */
const SIGNED = /^(s(?::|%3A))(.*)(\.|%2E)(.+)$/i

/**
 * Changes a signed value in the smallest way that its server should notice; the same value always in the same way.
 * @returns `null` when the value is not signed
 */
export function tamper(value: string, how: Tampering): Tampered | null {
  const [, prefix, proper, dot, signature] = SIGNED.exec(value) ?? []
  if (prefix === undefined || proper === undefined || dot === undefined || signature === undefined) return null
  switch (how) {
    case 'signature':
      return { value: prefix + proper + dot + withOtherEnd(signature), rule: 'tampered-signature' }
    case 'unsign':
      return { value: proper, rule: 'tampered-unsign' }
    case 'value':
      return { value: prefix + withOtherStart(proper) + dot + signature, rule: 'tampered-value' }
    default:
      return how satisfies never
  }
}

function withOtherEnd(text: string): string {
  const [last = ''] = /(?:%[\dA-F]{2}|.)$/i.exec(text) ?? []
  return text.slice(0, text.length - last.length) + otherThan(last)
}

/** Of a character beyond ASCII all of its percent-encoded octets go, or the rest would be no text any more. */
function withOtherStart(text: string): string {
  const [first = ''] = /^(?:%[\dA-F]{2}(?:%[89AB][\dA-F])*|.)?/i.exec(text) ?? []
  return otherThan(first) + text.slice(first.length)
}

/** A digit becomes another digit, so that an amount stays an amount; anything else becomes another letter. */
function otherThan(character: string): string {
  if (/^\d$/.test(character)) return character === '9' ? '8' : '9'
  return character === 'A' ? 'B' : 'A'
}
