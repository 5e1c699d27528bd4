'use client'

import type { ComponentProps } from 'react'
import { ICON_BUTTON } from '@/components/ui/icon-button-style'
import { Tooltip } from '@/components/ui/tooltip'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'aria-label'> {
  /** What it is called: read out, and shown when it is pointed at. */
  readonly label: string
}

export function IconButton({ label, className = '', ...props }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button type="button" aria-label={label} className={`${ICON_BUTTON} ${className}`} {...props} />
    </Tooltip>
  )
}
