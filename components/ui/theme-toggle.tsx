'use client'

import { Moon, Sun } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { switchTheme } from '@/components/ui/theme'

/** Shows the theme that one would get. Which one that is, the style sheet knows before any script does. */
export function ThemeToggle({ label }: { readonly label: string }) {
  return (
    <IconButton label={label} onClick={switchTheme}>
      <Moon aria-hidden="true" className="dark:hidden" />
      <Sun aria-hidden="true" className="hidden dark:block" />
    </IconButton>
  )
}
