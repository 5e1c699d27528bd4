import type common from '@/lib/i18n/messages/en/common.json'
import type desk from '@/lib/i18n/messages/en/desk.json'
import type home from '@/lib/i18n/messages/en/home.json'
import type keeping from '@/lib/i18n/messages/en/keeping.json'
import type lesson from '@/lib/i18n/messages/en/lesson.json'
import type machine from '@/lib/i18n/messages/en/machine.json'
import type playground from '@/lib/i18n/messages/en/playground.json'
import type redis from '@/lib/i18n/messages/en/redis.json'
import type sequence from '@/lib/i18n/messages/en/sequence.json'
import type { Locale } from '@/lib/lessons/model'

/** The texts of the interface; each namespace is a file of its own. English has every key. */
export interface Messages {
  readonly common: typeof common
  readonly desk: typeof desk
  readonly home: typeof home
  readonly keeping: typeof keeping
  readonly lesson: typeof lesson
  readonly machine: typeof machine
  readonly playground: typeof playground
  readonly redis: typeof redis
  readonly sequence: typeof sequence
}

/** All texts in one language. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const [common, desk, home, keeping, lesson, machine, playground, redis, sequence] = await Promise.all([
    import(`./messages/${locale}/common.json`),
    import(`./messages/${locale}/desk.json`),
    import(`./messages/${locale}/home.json`),
    import(`./messages/${locale}/keeping.json`),
    import(`./messages/${locale}/lesson.json`),
    import(`./messages/${locale}/machine.json`),
    import(`./messages/${locale}/playground.json`),
    import(`./messages/${locale}/redis.json`),
    import(`./messages/${locale}/sequence.json`),
  ])
  return {
    common: common.default,
    desk: desk.default,
    home: home.default,
    keeping: keeping.default,
    lesson: lesson.default,
    machine: machine.default,
    playground: playground.default,
    redis: redis.default,
    sequence: sequence.default,
  }
}
