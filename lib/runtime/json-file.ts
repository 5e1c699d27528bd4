import { HOME } from '@/lib/engine/story/disk-path'
import { jsonMistake } from '@/lib/lessons/parse/json-mistake'

/** Reads a JSON file's text. Throws a SyntaxError that knows its place; its words are the same in every browser. */
export function parseJsonFile(text: string, filename: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const mistake = jsonMistake(text)
    if (!mistake) throw error
    const { line, column } = mistake
    const file = filename.startsWith(`${HOME}/`) ? filename.slice(HOME.length + 1) : filename
    const told = new SyntaxError(`${file} is not JSON: ${mistake.message}`)
    told.stack = `${filename}:${line}\nSyntaxError: ${told.message}`
    throw Object.assign(told, { place: { file, line, column } })
  }
}
