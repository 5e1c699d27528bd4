interface PoleProgressProps {
  readonly done: number
  readonly total: number
  /** What is being counted, for a screen reader: "Tasks". */
  readonly label: string
  /** "2 of 3 tasks done", read out instead of a bare number. */
  readonly text: string
  readonly className?: string
}

/** How far one is: a barber's pole lying on its side, one segment for each thing to do. */
export function PoleProgress({ done, total, label, text, className = '' }: PoleProgressProps) {
  const segments = Array.from({ length: total }, (_, index) => index)
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={text}
      title={text}
      className={`inline-flex h-2 gap-0.5 ${className}`}
    >
      {segments.map((index) => (
        <span
          key={index}
          className={`h-full min-w-2 flex-1 border first:rounded-l-full last:rounded-r-full ${
            index < done ? 'pole border-transparent' : 'border-control'
          }`}
        />
      ))}
    </span>
  )
}
