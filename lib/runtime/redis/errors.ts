/** What Redis answers with an error. Thrown by commands, before they change anything. */
export class CommandError extends Error {}

export const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value'
export const NOT_AN_INTEGER = 'ERR value is not an integer or out of range'
export const NOT_A_FLOAT = 'ERR value is not a valid float'
export const SYNTAX = 'ERR syntax error'
export const NO_SUCH_KEY = 'ERR no such key'
export const NOT_POSITIVE = 'ERR value is out of range, must be positive'

export function fail(message: string): never {
  throw new CommandError(message)
}

export function wrongArguments(command: string): string {
  return `ERR wrong number of arguments for '${command}' command`
}
