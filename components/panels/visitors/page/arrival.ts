import type { VisitRequest } from '@/lib/playground/actions'
import { typedAddress } from './destination'

/** The ways in which a page of another site makes a browser ask for an address. */
export const WAYS = ['link', 'form-get', 'form-post', 'image', 'script'] as const
export type Way = (typeof WAYS)[number]

export function isWay(text: unknown): text is Way {
  return WAYS.some((way) => way === text)
}

/** What a person typed: where from, which way, where to, and what a posted form carries. */
export interface Arrival {
  readonly from: string
  readonly way: Way
  readonly to: string
  readonly fields: string
}

/**
 * The request that an arrival comes to.
 * @param page address of the page in the window; `null` when there is none yet
 * @returns the part that is no web address where there is one
 */
export function arrivalRequest({ from, way, to, fields }: Arrival, page: string | null): VisitRequest | 'from' | 'to' {
  const origin = originOf(from)
  if (origin === null) return 'from'
  const url = typedAddress(to, page)
  if (url === null) return 'to'
  switch (way) {
    case 'link':
    case 'image':
    case 'script':
      return { url, via: way, from: origin }
    case 'form-get':
      return { url, via: 'form', from: origin }
    case 'form-post':
      return { url, via: 'form', from: origin, method: 'POST', body: fields }
    default:
      return way satisfies never
  }
}

/** A site that was typed, without a scheme it is https. */
function originOf(typed: string): string | null {
  const address = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
  if (!URL.canParse(address)) return null
  const { origin } = new URL(address)
  return origin
}
