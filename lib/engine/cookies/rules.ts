/** Every rule by which the jar decides. Filled by the algorithms beside this file. */
export type CookieRuleId = string
