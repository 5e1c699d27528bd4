/** A row of a jar, of a session table, of the disk or of Redis, as text. */
export interface Row {
  readonly key: string
  readonly value: string
}
