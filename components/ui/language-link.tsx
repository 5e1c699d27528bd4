import { withBase } from '@/components/ui/base-path'

interface LanguageLinkProps {
  /** The same page in the other language, below the site's path. */
  readonly href: string
  /** BCP 47. */
  readonly language: string
  /** What that language calls itself. */
  readonly name: string
}

/** Leads to the other language. A whole new page: what is kept of the reader's work does not depend on the language. */
export function LanguageLink({ href, language, name }: LanguageLinkProps) {
  return (
    <a
      href={withBase(href)}
      hrefLang={language}
      lang={language}
      className="inline-flex min-h-8 items-center whitespace-nowrap rounded-md px-2 text-muted text-sm hover:bg-sunk hover:text-ink"
    >
      {name}
    </a>
  )
}
