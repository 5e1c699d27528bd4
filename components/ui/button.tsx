import type { ComponentProps } from 'react'
import { type ButtonKind, buttonStyle } from '@/components/ui/button-style'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  readonly kind?: ButtonKind
}

/** A button that does something on this page; what leads elsewhere is a link. */
export function Button({ kind = 'plain', className = '', ...props }: ButtonProps) {
  return <button type="button" className={`${buttonStyle(kind)} ${className}`} {...props} />
}
