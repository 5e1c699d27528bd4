/** Thrown by `process.exit` to leave the program's code at once. Not an error: nobody is told about it. */
export class ExitSignal {
  readonly message = 'process.exit'
}
