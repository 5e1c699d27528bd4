/** An error answer: a code that pages have words for, never cached. */
export function refuse(status: number, error: string, more: object = {}, headers: HeadersInit = {}): Response {
  return Response.json({ error, ...more }, { status, headers: { 'Cache-Control': 'no-store', ...headers } })
}

export function answer(value: object): Response {
  return Response.json(value, { headers: { 'Cache-Control': 'no-store' } })
}
