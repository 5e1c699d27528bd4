/** Tells whether a character is one that the pattern has at this place; `star`: any number of any. */
type Token = 'star' | ((character: string) => boolean)

/**
 * Whether a text matches a pattern as Redis has them (KEYS documentation): `*`, `?`, `[abc]`, `[^a]`, `[a-z]`, and `\`
 * before any of them. Goes back to the last star only, so that no pattern takes long.
 */
export function matches(pattern: string, text: string): boolean {
  const tokens = tokensOf(pattern)
  let token = 0
  let at = 0
  let star: { readonly token: number; readonly at: number } | null = null
  while (at < text.length) {
    const current = tokens[token]
    if (current === 'star') {
      star = { token: ++token, at }
    } else if (current?.(text[at] ?? '')) {
      token++
      at++
    } else if (star) {
      star = { token: star.token, at: star.at + 1 }
      token = star.token
      at = star.at
    } else return false
  }
  return tokens.slice(token).every((rest) => rest === 'star')
}

function tokensOf(pattern: string): Token[] {
  const tokens: Token[] = []
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index]
    if (character === '*') tokens.push('star')
    else if (character === '?') tokens.push(() => true)
    else if (character === '[') {
      const { has, end } = setAt(pattern, index + 1)
      tokens.push(has)
      index = end
    } else {
      const literal = character === '\\' && index + 1 < pattern.length ? pattern[++index] : character
      tokens.push((other) => other === literal)
    }
  }
  return tokens
}

/** The set that begins behind a `[`, up to its `]` or the end of the pattern. */
function setAt(pattern: string, start: number): { has: (character: string) => boolean; end: number } {
  const negated = pattern[start] === '^'
  const ranges: (readonly [from: string, to: string])[] = []
  let index = negated ? start + 1 : start
  for (; index < pattern.length && pattern[index] !== ']'; index++) {
    if (pattern[index] === '\\' && index + 1 < pattern.length) index++
    const from = pattern[index] ?? ''
    if (pattern[index + 1] === '-' && index + 2 < pattern.length) {
      const to = pattern[index + 2] ?? ''
      ranges.push(from <= to ? [from, to] : [to, from])
      index += 2
    } else ranges.push([from, from])
  }
  const has = (character: string) => ranges.some(([from, to]) => from <= character && character <= to) !== negated
  return { has, end: index }
}
