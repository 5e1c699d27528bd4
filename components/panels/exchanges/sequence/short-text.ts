const LONGEST = 14

/** The beginning of a long text. */
export function shortText(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
