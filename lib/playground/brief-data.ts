const LONGEST = 48

/** The cookie that express-session keeps in a session's JSON. */
const COOKIE = /"cookie":\{[^{}]*\}/

/**
 * Data on its way, as much of it as a glance takes in: a session's JSON without its cookie, a string that redis-cli
 * printed without its quotes, and of anything long the beginning.
 */
export function briefData(text: string): string {
  const brief = unquoted(text).replace(COOKIE, '…')
  const characters = [...brief]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : brief
}

function unquoted(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'string' ? value : text
  } catch {
    // redis-cli writes bytes as \x00, which JSON does not know.
    return text
  }
}
