import type { AssumedOption, SessionOptions } from '@/lib/engine/sessions/decision'
import type { AppliedSessionRule, OptionInCharge, SessionRuleId } from '@/lib/engine/sessions/rules'

/** What express-session must decide, and by which rule. */
export interface Ruling<Outcome> {
  readonly outcome: Outcome
  readonly because: AppliedSessionRule
  /** Another rule that alone would have led to the same. */
  readonly also: AppliedSessionRule | null
}

export function ruling<Outcome>(
  outcome: Outcome,
  because: AppliedSessionRule,
  also: AppliedSessionRule | null = null,
): Ruling<Outcome> {
  return { outcome, because, also }
}

export function applied(
  rule: SessionRuleId,
  option: OptionInCharge | null = null,
  values: Readonly<Record<string, string>> = {},
): AppliedSessionRule {
  return { rule, option, values }
}

/** An option that is as the program gave it. */
export function option(name: string, value: string | null = null): OptionInCharge {
  return { name, value, assumed: false }
}

/** One of the options that are `true` when they are not given. */
export function flag(options: SessionOptions, name: AssumedOption | 'rolling'): OptionInCharge {
  const assumed = name !== 'rolling' && options.assumed.includes(name)
  return { name, value: `${options[name]}`, assumed }
}
