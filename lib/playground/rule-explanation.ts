import type { AppliedRule } from '@/lib/engine/cookies/decision'
import { rules, ruleWords } from '@/lib/engine/cookies/rules'

/** A rule as it is shown: what it says, and where it is written down. */
export interface RuleExplanation {
  readonly words: string
  /** `RFC 6265bis 5.7 step 13`, without the word "step" when the section has none. */
  readonly document: string
  readonly section: string
  readonly step: string | null
  readonly spec: string
}

/** Why something happened to a cookie, in a person's language. */
export function explainRule(applied: AppliedRule, locale: 'zh' | 'en'): RuleExplanation {
  const { document, section, step, spec } = rules[applied.rule]
  return { words: ruleWords(applied, locale), document, section, step, spec }
}
