/** The Redis that this one behaves like. */
export const VERSION = '7.2.4'
