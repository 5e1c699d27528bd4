/** The mark: a barber's pole between its two caps. Decorative: the name stands beside it. */
export function PoleMark({ className = '' }: { readonly className?: string }) {
  return (
    <span aria-hidden="true" className={`inline-flex h-6 w-2.5 flex-col items-center ${className}`}>
      <span className="h-[3px] w-full rounded-t-sm bg-muted" />
      <span className="pole w-[7px] flex-1 [--pole-tile:10px]" />
      <span className="h-[3px] w-full rounded-b-sm bg-muted" />
    </span>
  )
}
