import { z } from 'zod'

/** What the desk's routes take. Names are checked by the desk itself, which says what is wrong with them. */
export const signInSchema = z.strictObject({ password: z.string().max(1000) })
export const signOutSchema = z.strictObject({ everywhere: z.boolean() })

const filesSchema = z.record(z.string(), z.string())

export const saveSchema = z.strictObject({ base: z.string(), files: filesSchema, publish: z.boolean() })
/** Of a new lesson, of the copy of one, or of the same one from now on. */
export const nameSchema = z.strictObject({ slug: z.string(), number: z.string() })
export const restoreSchema = z.strictObject({ version: z.string() })
