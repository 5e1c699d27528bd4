import { type Container, isObject } from '@/lib/engine/sessions/container'
import { eachMapEntry, getOwnPropertyDescriptor, hasOwn, keys, sizeOfMap } from '@/lib/engine/sessions/intrinsics'
import { primitivePreview } from '@/lib/engine/sessions/primitive'

/**
 * Is given one entry. `getter` is its text when a getter or a setter stands in the place of a value.
 * @returns whether to go on
 */
export type Visit = (key: string, value: unknown, getter: string | null) => boolean

/** An array longer than this is not asked for all its keys. */
const LONG = 1_000

/**
 * Gives the first `limit` entries of a container: own enumerable string keys, an array's holes left out, a Map's entries.
 * Of a long array without holes at its beginning, only elements. Runs no student code.
 *
 * @returns how many entries there are besides
 */
export function eachEntry(container: Container, limit: number, visit: Visit): number {
  switch (container.type) {
    case 'map':
      return eachOfMap(container.object, limit, visit)
    case 'array':
      return isLong(container.object, limit)
        ? eachElement(container.object, limit, visit)
        : eachProperty(container.object, limit, visit)
    case 'object':
      return eachProperty(container.object, limit, visit)
    default:
      return container satisfies never
  }
}

function eachOfMap(map: ReadonlyMap<unknown, unknown>, limit: number, visit: Visit): number {
  let seen = 0
  eachMapEntry(map, (key, value) => {
    if (seen === limit) return false
    seen++
    return visit(keyText(key), value, null)
  })
  return sizeOfMap(map) - seen
}

function eachProperty(object: object, limit: number, visit: Visit): number {
  const names = keys(object)
  const shown = names.length < limit ? names.length : limit
  for (let index = 0; index < shown; index++) {
    const name = names[index]
    if (name !== undefined && !visitProperty(object, name, visit)) break
  }
  return names.length - shown
}

function eachElement(array: readonly unknown[], limit: number, visit: Visit): number {
  for (let index = 0; index < limit; index++) if (!visitProperty(array, `${index}`, visit)) break
  return array.length - limit
}

/** Whether an array is too long to list its keys, and begins without a hole. */
function isLong(array: readonly unknown[], limit: number): boolean {
  if (array.length <= LONG || array.length <= limit) return false
  for (let index = 0; index < limit; index++) if (!hasOwn(array, index)) return false
  return true
}

function visitProperty(object: object, name: string, visit: Visit): boolean {
  const property = getOwnPropertyDescriptor(object, name)
  if (property === undefined) return true
  if (hasOwn(property, 'value')) return visit(name, property.value, null)
  const { get, set } = property
  return visit(name, undefined, get === undefined ? '[Setter]' : set === undefined ? '[Getter]' : '[Getter/Setter]')
}

/** The key of a Map's entry as text; an object as a key is only named. */
function keyText(key: unknown): string {
  if (typeof key === 'string') return key
  if (isObject(key)) return typeof key === 'function' ? '[Function]' : '[Object]'
  const shown = primitivePreview(key, 0)
  return 'text' in shown ? shown.text : ''
}
