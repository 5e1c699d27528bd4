/** The half-open range of indices that Redis means by an inclusive one; negative ones count from the end. */
export function rangeOf(start: number, stop: number, length: number): readonly [from: number, to: number] {
  const from = Math.max(start < 0 ? length + start : start, 0)
  const to = (stop < 0 ? length + stop : Math.min(stop, length - 1)) + 1
  return [from, Math.max(from, to)]
}
