/** How many characters of an id a person has to remember. */
const LENGTH = 4

/** Ids that begin with a time or a counter look alike in front. */
const COUNTS_UP = /^\d{8}/

/**
 * A name for a session id that is short enough to be remembered and that no other id has. In this order, whichever is
 * free:
 *
 * 1. the id's first four letters and digits, or its last four when it begins with eight digits (a time, a counter);
 * 2. the four at the other end;
 * 3. five, six … from the end of 1, up to all of them;
 * 4. the id as it is;
 * 5. the name of 1 with `~2`, `~3` … behind it.
 *
 * @param isTaken whether another id has a name already; an id keeps its name, so the first to come has the shortest
 */
export function shortName(id: string, isTaken: (name: string) => boolean): string {
  for (const name of candidates(id)) if (!isTaken(name)) return name
  const [base = id] = candidates(id)
  for (let count = 2; ; count++) {
    const name = `${base}~${count}`
    if (!isTaken(name)) return name
  }
}

function* candidates(id: string): Generator<string> {
  const characters = id.match(/[\p{L}\p{N}]/gu) ?? []
  const first = (length: number) => characters.slice(0, length).join('')
  const last = (length: number) => characters.slice(-length).join('')
  const [near, far] = COUNTS_UP.test(id) ? [last, first] : [first, last]
  if (characters.length > 0) {
    yield near(LENGTH)
    yield far(LENGTH)
  }
  for (let length = LENGTH + 1; length <= characters.length; length++) yield near(length)
  yield id
}
