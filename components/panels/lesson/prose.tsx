import { toJsxRuntime } from 'hast-util-to-jsx-runtime'
import type { RootContent } from 'mdast'
import type { ComponentProps, ReactNode } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { withBase } from '@/components/ui/base-path'

/** Markdown that holds no HTML of its own, which is left out. */
const toHast = unified().use(remarkRehype).freeze()

const COMPONENTS = { a: ProseLink, pre: ProseListing }
const INLINE = { ...COMPONENTS, p: 'span' } as const

interface ProseProps {
  readonly nodes: readonly RootContent[]
  /** Where paragraphs can't stand, in a label for example. */
  readonly inline?: boolean
}

/** A piece of a lesson's text, rendered on the server. */
export function Prose({ nodes, inline = false }: ProseProps): ReactNode {
  const tree = toHast.runSync({ type: 'root', children: [...nodes] })
  return toJsxRuntime(tree, { Fragment, jsx, jsxs, components: inline ? INLINE : COMPONENTS })
}

/** What leads off this page opens beside it: nobody should lose sight of what they were doing. */
function ProseLink({ href = '', children }: ComponentProps<'a'>) {
  if (href.startsWith('#')) return <a href={href}>{children}</a>
  return (
    <a href={href.startsWith('/') ? withBase(href) : href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

/** A listing, which may be wider than the text. */
function ProseListing({ children }: ComponentProps<'pre'>) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
  return <pre tabIndex={0}>{children}</pre>
}
