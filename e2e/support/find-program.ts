/** What is known so far about where a program can be had. */
export interface Facts {
  /** One that a package of ours brought, tried and working. */
  readonly bundled: string | null
  /** One that the system has, tried and working. */
  readonly installed: string | null
  readonly download: Way
  readonly apt: Way
}

/** A way to get a program: open, already tried in vain, or not there for this program on this machine. */
export type Way = 'open' | 'failed' | 'none'

export type Step =
  | { readonly kind: 'use'; readonly path: string }
  | { readonly kind: 'download' }
  | { readonly kind: 'apt' }
  | { readonly kind: 'give-up' }

/** What to do next: use what is there, else download, else apt-get, else say so. */
export function nextStep(facts: Facts): Step {
  const path = facts.bundled ?? facts.installed
  if (path !== null) return { kind: 'use', path }
  if (facts.download === 'open') return { kind: 'download' }
  if (facts.apt === 'open') return { kind: 'apt' }
  return { kind: 'give-up' }
}

/** How one program is found and fetched. The functions touch the machine; what to call when is decided above. */
export interface Recipe {
  readonly name: string
  /** Path of a working one that a package brought; `null` when there is none. */
  readonly bundled: () => string | null
  /** Path of a working one of the system's. */
  readonly installed: () => string | null
  /** Whether a download went through; absent when none is offered. */
  readonly download?: () => boolean
  /** Debian's package. */
  readonly apt: string
  /** What a person can do when nothing worked. */
  readonly advice: string
}

/** What the recipe may use of the machine. */
export interface Machine {
  /** Root on a Debian-like system: apt-get works without asking anyone. */
  readonly mayUseApt: boolean
  /** Installs a package; `false` when that failed. */
  readonly aptInstall: (name: string) => boolean
  readonly say: (text: string) => void
}

/** Finds a program or gets it. Throws with the recipe's advice when there is no way. */
export function findProgram(recipe: Recipe, machine: Machine): string {
  let download: Way = recipe.download ? 'open' : 'none'
  let apt: Way = machine.mayUseApt ? 'open' : 'none'
  for (;;) {
    const step = nextStep({ bundled: recipe.bundled(), installed: recipe.installed(), download, apt })
    switch (step.kind) {
      case 'use':
        return step.path
      case 'download':
        machine.say(`No ${recipe.name} on this machine: downloading one.`)
        recipe.download?.()
        download = 'failed'
        break
      case 'apt':
        machine.say(`No ${recipe.name} on this machine: installing ${recipe.apt} with apt-get.`)
        machine.aptInstall(recipe.apt)
        apt = 'failed'
        break
      case 'give-up':
        throw new Error(`No ${recipe.name} found. ${recipe.advice}`)
      default:
        return step satisfies never
    }
  }
}
