/**
 * Every group of files that import each other in a circle, each group sorted, smallest first.
 * Type imports count: a circle of types is one idea cut in two as well. Tarjan's strongly connected components.
 */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const cycles: string[][] = []

  const visit = (file: string): number => {
    const index = order.size
    let lowest = index
    order.set(file, index)
    stack.push(file)
    onStack.add(file)
    const next = graph.get(file) ?? []
    for (const target of next) {
      if (!order.has(target)) lowest = Math.min(lowest, visit(target))
      else if (onStack.has(target)) lowest = Math.min(lowest, order.get(target) ?? index)
    }
    if (lowest === index) {
      const group = stack.splice(stack.indexOf(file))
      for (const member of group) onStack.delete(member)
      if (group.length > 1 || next.includes(file)) cycles.push(group.sort())
    }
    return lowest
  }

  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return cycles.sort((a, b) => a.length - b.length)
}
