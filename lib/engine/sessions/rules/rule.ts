/** Languages in which a rule has words. */
export type RuleLocale = 'en' | 'zh'

/** One rule of express-session 1.19.0: what it means to a person, and where its documentation speaks of it. */
export interface SessionRule {
  /** The heading of express-session's documentation. */
  readonly section: string
  /** Where to read it. */
  readonly spec: string
  /** One or two sentences with `{placeholder}`s for the values of an applied rule. */
  readonly words: Readonly<Record<RuleLocale, string>>
}

const README = 'https://github.com/expressjs/session/tree/v1.19.0'

/** `section`: a heading of the README, as it stands there. */
export function documented(section: string, en: string, zh: string): SessionRule {
  return { section, spec: `${README}#${anchorOf(section)}`, words: { en, zh } }
}

/** As GitHub makes anchors of headings. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')
}
