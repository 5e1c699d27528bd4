import { useRef } from 'react'
import { isSame } from '@/lib/playground/same'

/** A value; the object that it was before as long as it says the same (as zustand's `useShallow`, but in depth). */
export function useSame<T>(value: T): T {
  const before = useRef(value)
  if (!isSame(before.current, value)) before.current = value
  return before.current
}
