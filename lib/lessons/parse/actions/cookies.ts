import type { Action, Tampering } from '@/lib/engine/story/action'
import type { Given } from '@/lib/lessons/parse/actions/given'

const TAMPERINGS: readonly Tampering[] = ['signature', 'unsign', 'value']

/** `::edit-cookie{visitor=bob name=connect.sid value="{alice/connect.sid/raw}"}` */
export function editCookie(given: Given): readonly Action[] {
  const cookie = cookieIn(given)
  const value = given.text('value')
  return cookie === null || value === undefined ? [] : [{ type: 'edit-cookie', ...cookie, value }]
}

/** `::add-cookie{visitor=bob line="theme=dark; Path=/"}`, over https with `host=https://shop.example` */
export function addCookie(given: Given): readonly Action[] {
  const visitor = given.text('visitor')
  const line = given.text('line')
  const host = given.hostOrOrigin()
  if (visitor === undefined || line === undefined || host === undefined) return []
  if (!/^set-cookie\s*:/i.test(line)) return [{ type: 'add-cookie', visitor, host, line }]
  given.report('bad-value', 'line', 'the line is what stands after "Set-Cookie:"')
  return []
}

/** `::delete-cookie{visitor=bob name=theme}` */
export function deleteCookie(given: Given): readonly Action[] {
  const cookie = cookieIn(given)
  return cookie === null ? [] : [{ type: 'delete-cookie', ...cookie }]
}

/** `::copy-cookie{visitor=mallory of=alice name=connect.sid}` */
export function copyCookie(given: Given): readonly Action[] {
  const cookie = cookieIn(given)
  const of = given.text('of')
  return cookie === null || of === undefined ? [] : [{ type: 'copy-cookie', ...cookie, of }]
}

/** `::tamper-cookie{visitor=bob name=connect.sid how=signature}` */
export function tamperCookie(given: Given): readonly Action[] {
  const cookie = cookieIn(given)
  const how = given.oneOf('how', TAMPERINGS)
  return cookie === null || how === undefined ? [] : [{ type: 'tamper-cookie', ...cookie, how }]
}

function cookieIn(given: Given): { visitor: string; host: string; name: string } | null {
  const visitor = given.text('visitor')
  const name = given.text('name')
  const host = given.host()
  return visitor === undefined || name === undefined || host === undefined ? null : { visitor, host, name }
}
