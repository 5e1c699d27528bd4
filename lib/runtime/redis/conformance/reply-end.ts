/** Where the first reply in a byte string ends (RESP2 and RESP3); `null` while it is not complete. */
export function replyEnd(text: string, start = 0): number | null {
  const lineEnd = text.indexOf('\r\n', start)
  if (lineEnd === -1) return null
  const length = Number(text.slice(start + 1, lineEnd))
  switch (text[start]) {
    case '$':
    case '=':
      return length === -1 ? lineEnd + 2 : complete(text, lineEnd + 4 + length)
    case '*':
    case '~':
    case '>':
      return elementsEnd(text, lineEnd + 2, length)
    case '%':
      return elementsEnd(text, lineEnd + 2, 2 * length)
    default:
      return lineEnd + 2
  }
}

function elementsEnd(text: string, start: number, count: number): number | null {
  let end: number | null = start
  for (let index = 0; index < count && end !== null; index++) end = replyEnd(text, end)
  return end
}

function complete(text: string, end: number): number | null {
  return text.length >= end ? end : null
}
