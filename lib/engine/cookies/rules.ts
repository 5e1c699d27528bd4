import { byHandRules } from '@/lib/engine/cookies/rules/by-hand'
import { evictingRules } from '@/lib/engine/cookies/rules/evicting'
import { parsingRules } from '@/lib/engine/cookies/rules/parsing'
import { removingRules } from '@/lib/engine/cookies/rules/removing'
import { retrievingRules } from '@/lib/engine/cookies/rules/retrieving'
import type { RuleLocale } from '@/lib/engine/cookies/rules/rule'
import { storingRules } from '@/lib/engine/cookies/rules/storing'

/** Every rule by which the jar decides. The page loads this without the algorithms and their data. */
export const rules = {
  ...parsingRules,
  ...storingRules,
  ...removingRules,
  ...evictingRules,
  ...byHandRules,
  ...retrievingRules,
}

export type CookieRuleId = keyof typeof rules

/** What an applied rule says to a person, with its values filled in. A value that is missing stays as `{name}`. */
export function ruleWords(
  applied: { readonly rule: CookieRuleId; readonly values?: Readonly<Record<string, string>> },
  locale: RuleLocale,
): string {
  const { values } = applied
  return rules[applied.rule].words[locale].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    return values?.[name] ?? placeholder
  })
}
