/** `primary` is the one thing to do next, `plain` anything else, `quiet` what should not catch the eye. */
export type ButtonKind = 'primary' | 'plain' | 'quiet'

const SHAPE =
  'inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md border px-3 py-1 text-sm font-medium ' +
  'transition-colors duration-150 disabled:opacity-55 aria-disabled:opacity-55'

const KIND: Readonly<Record<ButtonKind, string>> = {
  primary: 'border-transparent bg-accent text-accent-ink hover:bg-accent/90',
  plain: 'border-control bg-raised text-ink hover:bg-sunk',
  quiet: 'border-transparent text-muted hover:bg-sunk hover:text-ink',
}

/** The look of a button, also for links that look like one. */
export function buttonStyle(kind: ButtonKind): string {
  return `${SHAPE} ${KIND[kind]}`
}
