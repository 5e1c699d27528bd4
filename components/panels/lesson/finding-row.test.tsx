import { readFileSync } from 'node:fs'
import { type Messages, NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { FindingRow } from '@/components/panels/lesson/finding-row'

const lesson: Messages['lesson'] = JSON.parse(readFileSync('lib/i18n/messages/en/lesson.json', 'utf8'))

/** A row as it reads aloud: without what is hidden from that, and without tags. */
function read(task: string | null, isFound: boolean): { readonly text: string; readonly html: string } {
  const row = { line: 9, by: 'restart', label: 'after a restart', cells: [<b key="lost">lost</b>, 'there'] }
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ lesson }}>
      <table>
        <tbody>
          <FindingRow row={row} task={task} isFound={isFound} />
        </tbody>
      </table>
    </NextIntlClientProvider>,
  )
  const spoken = html.replace(
    /<(svg|span)[^>]* aria-hidden="true"[^>]*>.*?<\/\1>|<span aria-hidden="true">.*?<\/span>/g,
    '',
  )
  return {
    html,
    text: spoken
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  }
}

it('says what fills it, and nothing of what is to be found out', () => {
  const { text, html } = read(null, false)
  expect(text).toBe('after a restart Question not found out yet not found out yet')
  expect(html.match(/>\?</g)).toHaveLength(2)
  expect(html).toContain('<th scope="row">')
  expect(html).toContain('href="#text-restart"')
  expect(html).not.toContain('lost')
})

it('says what was found out', () => {
  const { text, html } = read('Out means out', true)
  expect(text).toBe('after a restart Task: Out means out lost there')
  expect(html).not.toContain('>?<')
})
