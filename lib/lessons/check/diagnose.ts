import type { Failure, Mismatch } from '@/lib/lessons/check/failure'
import { groupsOf } from '@/lib/lessons/check/groups'
import type { Task } from '@/lib/lessons/model'

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

/** As much of a task as shows whether another program fails like this: what comes after the failing step is not needed. */
export function upTo(
  failure: Pick<Failure, 'step'>,
  { proof, laws }: Pick<Task, 'proof' | 'laws'>,
): Pick<Task, 'proof' | 'laws'> {
  const { step: failing } = failure
  if (failing === null) return { proof, laws }
  // Requests that overlap stay together: without one of them the others would come out differently.
  const needed = groupsOf(proof).filter(([first]) => first !== undefined && first.index <= failing)
  return { proof: needed.flat().map(({ step }) => step), laws: [] }
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
