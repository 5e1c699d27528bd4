/** The folder a program lives in; also its working directory. */
export const HOME = '/app'

/** The folders that a person may write in. */
const FOLDERS = [HOME, '/tmp']

/**
 * The absolute path that a person means: relative to the program's folder, or absolute. `null` for what lies elsewhere,
 * goes through `..`, or names no file.
 */
export function diskPath(path: string): string | null {
  const absolute = path.startsWith('/') ? path : `${HOME}/${path}`
  const parts = absolute.slice(1).split('/')
  const isFileName = (part: string) => part !== '' && part !== '.' && part !== '..' && !part.includes('\0')
  if (!parts.every(isFileName)) return null
  return FOLDERS.some((folder) => absolute.startsWith(`${folder}/`)) ? absolute : null
}

/** An absolute path as the log says it: relative to the program's folder where it lies in there. */
export function shownPath(absolute: string): string {
  return absolute.startsWith(`${HOME}/`) ? absolute.slice(HOME.length + 1) : absolute
}
