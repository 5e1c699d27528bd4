import { loadingRules } from '@/lib/engine/sessions/rules/loading'
import type { RuleLocale } from '@/lib/engine/sessions/rules/rule'
import { savingRules } from '@/lib/engine/sessions/rules/saving'
import { settingRules } from '@/lib/engine/sessions/rules/setting-cookies'

/** Every rule by which express-session decides. */
export const sessionRules = { ...loadingRules, ...savingRules, ...settingRules }

export type SessionRuleId = keyof typeof sessionRules

/** The option of the program that a decision goes back to: with another value it would have been decided otherwise. */
export interface OptionInCharge {
  /** As it is written in the program: `resave`, `cookie.maxAge`, Express's `trust proxy`. */
  readonly name: string
  /** `null` where its value does not matter, only that it is what it is. */
  readonly value: string | null
  /** The program did not give it: this is express-session's default. */
  readonly assumed: boolean
}

/** A rule that took part in a decision. */
export interface AppliedSessionRule {
  readonly rule: SessionRuleId
  /** `null` where no option would have made a difference. */
  readonly option: OptionInCharge | null
  /** Values for the placeholders in the rule's words. */
  readonly values?: Readonly<Record<string, string>>
}

/** What an applied rule says to a person, with its values filled in. A value that is missing stays as `{name}`. */
export function sessionRuleWords({ rule, values }: AppliedSessionRule, locale: RuleLocale): string {
  return sessionRules[rule].words[locale].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    return values?.[name] ?? placeholder
  })
}
