import Module from 'node:module'
import { sep } from 'node:path'

type Resolve = (request: string, parent: { readonly filename?: string } | undefined, ...more: unknown[]) => string

/** Names that files of `folder` require lead to other packages. What packages require is theirs. */
export function aliasPackages(folder: string, aliases: Readonly<Record<string, string>>): void {
  const resolve: Resolve = Reflect.get(Module, '_resolveFilename')
  const aliased: Resolve = (request, parent, ...more) => {
    const own = parent?.filename?.startsWith(folder + sep) === true
    const name = own && Object.hasOwn(aliases, request) ? (aliases[request] ?? request) : request
    return Reflect.apply(resolve, Module, [name, parent, ...more])
  }
  Reflect.set(Module, '_resolveFilename', aliased)
}
