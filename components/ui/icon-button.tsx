'use client'

import type { ComponentProps } from 'react'
import { Tooltip } from '@/components/ui/tooltip'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'aria-label'> {
  /** What it is called: read out, and shown when it is pointed at. */
  readonly label: string
}

/** The look of a button that is only an icon, also for links that look like one. */
export const ICON_BUTTON =
  'inline-flex size-8 items-center justify-center rounded-md text-muted transition-colors duration-150 ' +
  'hover:bg-sunk hover:text-ink [&_svg]:size-4'

export function IconButton({ label, className = '', ...props }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button type="button" aria-label={label} className={`${ICON_BUTTON} ${className}`} {...props} />
    </Tooltip>
  )
}
