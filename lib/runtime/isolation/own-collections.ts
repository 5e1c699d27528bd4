/*
 * Map and Set for the runtime's own use: their methods are their own, so what a program does to `Map.prototype` is
 * nothing to them. Each call costs what it always costs.
 */
export class OwnMap<K, V> extends Map<K, V> {}
export class OwnSet<T> extends Set<T> {}

keepMethods(OwnMap.prototype, Map.prototype)
keepMethods(OwnSet.prototype, Set.prototype)

function keepMethods(own: object, shared: object): void {
  const { constructor: _shared, ...methods } = Object.getOwnPropertyDescriptors(shared)
  Object.defineProperties(own, methods)
}
