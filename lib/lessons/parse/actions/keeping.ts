import type { Action } from '@/lib/engine/story/action'
import type { Given } from '@/lib/lessons/parse/actions/given'
import { splitCommand } from '@/lib/lessons/parse/actions/split-command'

/** `::write-file{path=sessions/x.json content='{"visit":9}'}` */
export function writeFile(given: Given): readonly Action[] {
  const path = given.text('path')
  const content = given.text('content')
  return path === undefined || content === undefined ? [] : [{ type: 'write-file', path, content }]
}

/** `::delete-file{path=sessions/x.json}` */
export function deleteFile(given: Given): readonly Action[] {
  const path = given.text('path')
  return path === undefined ? [] : [{ type: 'write-file', path, content: null }]
}

/** `::redis{command="DEL sess:{alice/connect.sid}"}` */
export function redis(given: Given): readonly Action[] {
  const text = given.text('command')
  if (text === undefined) return []
  const command = splitCommand(text)
  if (command !== null && command.length > 0) return [{ type: 'redis', command }]
  const why = command === null ? 'a quotation mark is not closed' : 'there is no command'
  given.report('bad-value', 'command', `${why}: write it as in redis-cli, such as command="TTL counter"`)
  return []
}
