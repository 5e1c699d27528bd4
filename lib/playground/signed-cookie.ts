import { percentDecoded, signedValue } from '@/lib/engine/cookies/signed-value'

/** Whether a cookie's value is signed, `s:<value>.<signature>`: only then there is a signature to tamper with. */
export function isSigned(value: string): boolean {
  const parts = signedValue(percentDecoded(value))
  return parts !== null && parts.signature !== ''
}
