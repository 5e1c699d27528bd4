/** The look of a button that is only an icon, also for links that look like one. */
export const ICON_BUTTON =
  'inline-flex size-8 items-center justify-center rounded-md text-muted transition-colors duration-150 ' +
  'hover:bg-sunk hover:text-ink [&_svg]:size-4'
