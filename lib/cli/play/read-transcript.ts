import { readFile } from 'node:fs/promises'
import type { PlayedPage } from '@/lib/cli/play/playable'
import type { Problem } from '@/lib/cli/terminal'
import { type Diagnostic, type DiagnosticCode, formatDiagnostic, inOrder, Reporter } from '@/lib/lessons/diagnostic'
import { linesOf } from '@/lib/lessons/parse/markdown'
import { parseText } from '@/lib/lessons/parse/page'

/** What a lesson's text may not hold, and any other may. */
const OWN_BUSINESS: readonly DiagnosticCode[] = ['raw-html', 'unsupported-markdown', 'unknown-fence']

/** Reads the transcripts in a markdown file. */
export async function readTranscript(file: string): Promise<PlayedPage | Problem> {
  const source = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  if (typeof source !== 'string') return { problem: `${file} can't be read: ${source.message}` }
  const found: Diagnostic[] = []
  const blocks = parseText(source, new Reporter(file, found))
  const mistakes = inOrder(found.filter(({ code }) => !OWN_BUSINESS.includes(code)))
  if (blocks === null || mistakes.length > 0) return { problem: mistakes.map(formatDiagnostic).join('\n') }
  return { file, lines: linesOf(source), blocks }
}

/** What is played where there is no transcript: one visit. */
export const ONE_VISIT: PlayedPage = {
  file: 'one visit',
  lines: [],
  blocks: [
    {
      type: 'transcript',
      transcript: {
        line: 1,
        visitor: 'alice',
        action: { type: 'visit', visitor: 'alice', method: 'GET', url: '/' },
        requestText: 'GET /',
        expected: { status: null, headers: [], body: [] },
      },
    },
  ],
}
