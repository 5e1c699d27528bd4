import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { namesThatAreLost } from './names.mjs'
import { root, shared } from './shared.mjs'

/** `node:fs` and `fs` lead to what stands for them. */
export const aliases = (name, targets) => ({
  name,
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(node:)?[a-z_]+(\/(promises|types))?$/ }, async ({ path, kind, pluginData }) => {
      const target = targets[path.replace(/^node:/, '')]
      if (!target || pluginData === name) return undefined
      if (target.startsWith('/')) return { path: target }
      return resolve(target, { resolveDir: root, kind, pluginData: name })
    })
  },
})

/** Modules of these names stay outside of the bundle: it asks for them by `require`, without `node:`. */
export const outside = (names) => ({
  name: 'outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      const bare = path.replace(/^node:/, '').replace(/\/$/, '')
      return kind !== 'entry-point' && names.includes(bare) ? { path: bare, external: true } : undefined
    })
  },
})

/** Parts of memfs that nothing here reaches: snapshots, tree printing, globs, its own streams. They cost start-up time. */
export const stubs = (filter) => ({
  name: 'stubs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'stub' }))
    onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
      contents: 'class Unused {}; module.exports = { Readable: Unused, Writable: Unused }',
      loader: 'js',
    }))
  },
})

/**
 * A module that is neither parsed nor evaluated until one of its functions is called: it goes into the bundle as text.
 * The public suffix list takes its time, and localhost needs none of it; most programs need no Redis, no AES, no disk.
 * `given`: modules that it is to have in common with the bundle, by the name it imports them by.
 */
export const lazily = (name, functions, { given = {}, plugins = [], ...options } = {}) => ({
  name: `lazily ${name}`,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: `lazy-${name}` }))
    onLoad({ filter: /.*/, namespace: `lazy-${name}` }, async () => {
      const stdin = { contents: `export { ${functions.join(', ')} } from '${name}'`, resolveDir: root }
      const { outputFiles } = await build({
        ...shared,
        ...options,
        stdin,
        format: 'iife',
        globalName: 'loaded',
        plugins: [fromOutside(Object.keys(given), '__given'), ...plugins],
      })
      const text = JSON.stringify(`(__given) => { ${namesThatAreLost(outputFiles[0].text)}; return loaded }`)
      const imports = Object.values(given).map((path, i) => `import given${i} from ${JSON.stringify(path)};`)
      const handed = Object.keys(given).map((path, i) => `${JSON.stringify(path)}: given${i}`)
      const lines = functions.map((one) => `export const ${one} = (...args) => load().${one}(...args);`)
      return {
        contents: `${imports.join('')}
let loaded; const evaluate = eval, load = () => (loaded ??= evaluate(${text})({ ${handed.join(', ')} }));
${lines.join('\n')}`,
        resolveDir: root,
      }
    })
  },
})

/** Modules that are not bundled: `holder` is an object that has them by name. */
export const fromOutside = (names, holder) => ({
  name: `from ${holder}`,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) => {
      const bare = path.replace(/^node:/, '').replace(/\/$/, '')
      return names.includes(bare) ? { path: bare, namespace: holder } : undefined
    })
    onLoad({ filter: /.*/, namespace: holder }, ({ path }) => ({
      contents: `module.exports = ${holder}[${JSON.stringify(path)}]`,
      loader: 'js',
    }))
  },
})

/** Replaces passages of a package's file; a package that changed must be looked at again, so a miss fails the build. */
export const patch = (filter, replacements) => ({
  name: `patch ${filter.source}`,
  setup({ onLoad }) {
    onLoad({ filter }, async ({ path }) => ({
      contents: replaced(path, await readFile(path, 'utf8'), replacements),
      loader: 'js',
    }))
  },
})

/** `text` with each passage replaced; `[from, to, how often it stands there]`. */
export function replaced(path, text, replacements) {
  return replacements.reduce((contents, [from, to, times]) => {
    const parts = contents.split(from)
    if (parts.length !== times + 1) throw new Error(`${path}: expected ${times} of ${from}, found ${parts.length - 1}`)
    return parts.join(to)
  }, text)
}
