import { notFound } from '@/lib/runtime/realm/net-errors'

/** Node's dns.promises.lookup (Node documentation, `dns`) in a world: it knows itself, and nobody else. */
export async function lookup(host: string): Promise<{ address: string; family: 4 }> {
  if (host === 'localhost') return { address: '127.0.0.1', family: 4 }
  throw notFound(host)
}
