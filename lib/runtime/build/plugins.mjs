import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'
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
 * The public suffix list takes its time, and localhost needs none of it; most programs need no Redis and no AES.
 */
export const lazily = (name, functions) => ({
  name: `lazily ${name}`,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: `lazy-${name}` }))
    onLoad({ filter: /.*/, namespace: `lazy-${name}` }, async () => {
      const stdin = { contents: `export { ${functions.join(', ')} } from '${name}'`, resolveDir: root }
      const { outputFiles } = await build({
        ...shared,
        stdin,
        format: 'iife',
        globalName: 'loaded',
        minifyIdentifiers: true,
      })
      const text = JSON.stringify(`(() => { ${outputFiles[0].text}; return loaded })()`)
      const lines = functions.map((one) => `export const ${one} = (...args) => load().${one}(...args)`)
      return {
        contents: `let loaded; const evaluate = eval, load = () => (loaded ??= evaluate(${text}));\n${lines.join('\n')}`,
      }
    })
  },
})

/** Large JSON is quicker to read as a string than as source. */
export const jsonAsText = (filter) => ({
  name: 'JSON as text',
  setup({ onLoad }) {
    onLoad({ filter }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')))
      return { contents: `module.exports = JSON.parse(${JSON.stringify(text)})`, loader: 'js' }
    })
  },
})

/** Replaces one passage of a package's file; a package that changed must be looked at again, so a miss fails the build. */
export const patch = (filter, replacements) => ({
  name: `patch ${filter.source}`,
  setup({ onLoad }) {
    onLoad({ filter }, async ({ path }) => {
      let contents = await readFile(path, 'utf8')
      for (const [from, to, times] of replacements) {
        const parts = contents.split(from)
        if (parts.length !== times + 1)
          throw new Error(`${path}: expected ${times} of ${from}, found ${parts.length - 1}`)
        contents = parts.join(to)
      }
      return { contents, loader: 'js' }
    })
  },
})
