import type { Locale } from '@/lib/lessons/model'

/** Every lesson is written in each of these. The first is the one that others are compared with. */
export const LOCALES = ['zh', 'en'] as const satisfies readonly Locale[]
