import type { Program } from '@/lib/engine/story/program'
import { type Chunks, chunksFor } from '@/lib/runtime/packages/chunks'

/** Fetches the text at an address of our own server. Rejects when it can't be had. */
export type FetchText = (address: string) => Promise<string>

/**
 * Fetches the chunks that programs need, each once. What could not be fetched is tried again the next time.
 * `addresses`: where each chunk lies.
 */
export function chunkFetcher(addresses: Readonly<Record<string, string>>, fetchText: FetchText) {
  const fetched = new Map<string, string>()
  const load = async (name: string): Promise<readonly [string, string]> => {
    const text = fetched.get(name) ?? (await fetchText(addresses[name] ?? `/runtime/${name}.js`))
    fetched.set(name, text)
    return [name, text]
  }
  return {
    /** Those that were fetched before, where that is all of them; else `null`. */
    atHand(program: Program): Chunks | null {
      const known = chunksFor(program).map((name) => [name, fetched.get(name)] as const)
      return known.some(([, text]) => text === undefined)
        ? null
        : Object.fromEntries(known.map(([name, text]) => [name, text ?? '']))
    },
    /** Rejects with an Error that names the address. */
    async fetch(program: Program): Promise<Chunks> {
      return Object.fromEntries(await Promise.all(chunksFor(program).map(load)))
    },
  }
}

/** `fetch` of a page. */
export async function fetchFromServer(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response.text()
}
