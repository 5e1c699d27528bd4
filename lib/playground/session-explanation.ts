import {
  type AppliedSessionRule,
  type OptionInCharge,
  sessionRules,
  sessionRuleWords,
} from '@/lib/engine/sessions/rules'

/** A rule of express-session as it is shown: what it says, and where its documentation speaks of it. */
export interface SessionRuleExplanation {
  readonly words: string
  /** The heading in express-session's documentation. */
  readonly section: string
  readonly spec: string
}

/** Why express-session decided something, in a person's language. */
export function explainSessionRule(applied: AppliedSessionRule, locale: 'zh' | 'en'): SessionRuleExplanation {
  const { section, spec } = sessionRules[applied.rule]
  return { words: sessionRuleWords(applied, locale), section, spec }
}

/** An option as it would stand in a program: `resave: false`. */
export function optionText({ name, value }: OptionInCharge): string {
  return value === null ? name : `${name}: ${value}`
}
