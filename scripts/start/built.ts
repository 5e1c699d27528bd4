import { readFile } from 'node:fs/promises'

export type Built =
  | {
      readonly ok: true
      /** The path that the site lies under, as it was when it was built. */
      readonly basePath: string
    }
  | { readonly ok: false; readonly problem: string }

/**
 * What was built, and whether it is what is to be started: pages and scripts have the site's path in them, so another
 * one would find none of them.
 * @param wanted `BASE_PATH`; not given: the path that it was built for
 * @param manifest Next's list of routes
 */
export async function built(wanted: string | undefined, manifest = '.next/routes-manifest.json'): Promise<Built> {
  const basePath = await basePathIn(manifest)
  if (basePath === null) return { ok: false, problem: 'Nothing is built yet: npm run build' }
  if (wanted === undefined || wanted === basePath) return { ok: true, basePath }
  const [here, there] = [basePath, wanted].map((path) => (path === '' ? 'no path' : path))
  const problem = `This was built for ${here} and can't be started for ${there}. Build it anew: BASE_PATH=${wanted} npm run build`
  return { ok: false, problem }
}

/** `null`: there is no build. */
async function basePathIn(manifest: string): Promise<string | null> {
  try {
    const routes: unknown = JSON.parse(await readFile(manifest, 'utf8'))
    return typeof routes === 'object' && routes !== null && 'basePath' in routes ? String(routes.basePath) : ''
  } catch {
    return null
  }
}
