/** Evaluates in the global scope; kept, because a program may put something else in its place. */
export const evaluate = globalThis.eval
