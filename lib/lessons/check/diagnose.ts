import type { Failure, Mismatch } from '@/lib/lessons/check/failure'

/** How a wrong program fails its task. */
export interface Signature {
  /** The program's name, as in `:::wrong{program=…}`. */
  readonly program: string
  readonly failure: Failure
}

/** The wrong program that fails like this one: whose message the student should read; `null` when none does. */
export function diagnose(failure: Failure, signatures: readonly Signature[]): string | null {
  return signatures.find((signature) => isSameFailure(signature.failure, failure))?.program ?? null
}

/** Whether two programs fail at the same step with the same outcome, ids and moments aside. */
export function isSameFailure(a: Failure, b: Failure): boolean {
  return a.step === b.step && outcomeOf(a) === outcomeOf(b)
}

function outcomeOf(failure: Failure): string {
  return JSON.stringify(failure.mismatches.map(mismatchOutcome))
}

function mismatchOutcome(mismatch: Mismatch): readonly unknown[] {
  const { kind, line } = mismatch
  if (kind === 'predictable') return [kind, line, mismatch.madeOf]
  return [kind, line, mismatch.actual === null ? null : withoutIds(mismatch.actual)]
}

/** Long runs of letters and digits are ids, which differ from program to program. */
function withoutIds(text: string): string {
  return text.replace(/[\w.-]{12,}/g, (word) => (/\d/.test(word) ? '#' : word))
}
