import { revalidatePath } from 'next/cache'
import { hasLocale } from 'next-intl'
import { routing } from '@/lib/i18n/routing'
import { answer, refuse } from '@/lib/server/http/answers'
import { Changes } from '@/lib/server/lessons/changes'
import { courseRevisions } from '@/lib/server/lessons/lessons'

/** How long a question is kept open, in milliseconds; proxies give up later than that. */
const PATIENCE = 25_000

/** By language, what pages were last rendered anew for: once is enough, and twice would throw away what is under way. */
const rendered = new Map<string, string>()

const changes = new Changes(courseRevisions)

/**
 * `?locale=zh&since=<revision>`: answers once the course is another one, or after a while with what there is. Pages that
 * were rendered before are rendered anew from then on.
 */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const [locale, since] = [searchParams.get('locale'), searchParams.get('since') ?? '']
  if (!hasLocale(routing.locales, locale)) return refuse(400, 'bad-request')
  const revision = await changes.next(locale, since, PATIENCE, request.signal)
  if (revision !== since && rendered.get(locale) !== revision) {
    rendered.set(locale, revision)
    revalidatePath('/[locale]', 'layout')
  }
  return answer({ revision })
}
