import type { Reply } from '@/lib/runtime/redis/reply'

/** A transaction between MULTI and EXEC. */
export interface Transaction {
  readonly queued: (readonly string[])[]
  /** A command could not be queued: EXEC will do nothing. */
  broken: boolean
}

/** What a Redis keeps for each connection. */
export interface Client {
  readonly id: number
  /** RESP2 until HELLO says otherwise. */
  protocol: 2 | 3
  db: number
  name: string
  library: string
  libraryVersion: string
  transaction: Transaction | null
  /** Keys that WATCH names, as `<database>/<key>`. */
  readonly watched: Set<string>
  /** A watched key was changed. */
  dirty: boolean
  readonly channels: Set<string>
  readonly patterns: Set<string>
  /** QUIT was said: the connection closes after the answer. */
  leaving: boolean
  /** Sends what answers no command. */
  readonly push: (reply: Reply) => void
}

export function newClient(id: number, push: (reply: Reply) => void): Client {
  return {
    id,
    push,
    ...blank(),
    watched: new Set(),
    channels: new Set(),
    patterns: new Set(),
  }
}

/** As if it had just connected. */
export function resetClient(client: Client): void {
  for (const set of [client.watched, client.channels, client.patterns]) set.clear()
  Object.assign(client, blank())
}

function blank(): Omit<Client, 'id' | 'push' | 'watched' | 'channels' | 'patterns'> {
  return {
    protocol: 2,
    db: 0,
    name: '',
    library: '',
    libraryVersion: '',
    transaction: null,
    dirty: false,
    leaving: false,
  }
}

/** How many channels and patterns it listens to. */
export function subscriptions(client: Client): number {
  return client.channels.size + client.patterns.size
}
