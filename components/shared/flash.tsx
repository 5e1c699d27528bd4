/**
 * Catches the eye once, behind what just came or changed: anew whenever `of`, the event that did it, is another. It fills
 * the element around it, which is to be a `flash-box`.
 */
export function Flash({ of }: { of: number | undefined }) {
  return <span key={of} aria-hidden="true" className="flash" />
}
