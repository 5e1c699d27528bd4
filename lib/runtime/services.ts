import type { ExchangeId, ProcessId } from '@/lib/engine/trace/event'

/** On whose behalf something is asked of a service. `process` is `null` for a person's hand. */
export interface Origin {
  readonly process: ProcessId | null
  readonly exchange: ExchangeId | null
}

/** The other end of a connection, as a service sees it. */
export interface Peer {
  /** Sends bytes that answer nothing in particular. */
  push(bytes: Uint8Array): void
  /** Closes the connection once everything sent has arrived. */
  close(): void
}

/** A service's end of one connection. */
export interface Session {
  /** Takes bytes in; gives those that answer them at once. */
  receive(bytes: Uint8Array, by: Origin): Uint8Array
  /** The other end is gone. */
  closed(): void
}

/** Something besides its servers that connections inside of a world can lead to: Redis. */
export interface Service {
  accept(peer: Peer): Session
}

export type ConnectFailure = 'refused' | 'unknown-host'

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|0\.0\.0\.0|::1|::)$/
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|[\da-f:]*:[\da-f:.]*)$/i

/** Where a connection leads. A world has no host but itself. */
export function serviceAt(
  host: string,
  port: number,
  services: ReadonlyMap<number, Service>,
): Service | ConnectFailure {
  if (LOOPBACK.test(host)) return services.get(port) ?? 'refused'
  return ADDRESS.test(host) ? 'refused' : 'unknown-host'
}
