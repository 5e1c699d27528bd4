import * as hmac from '@noble/hashes/hmac.js'
import * as legacy from '@noble/hashes/legacy.js'
import * as pbkdf2 from '@noble/hashes/pbkdf2.js'
import * as scrypt from '@noble/hashes/scrypt.js'
import * as sha2 from '@noble/hashes/sha2.js'

/**
 * Hash functions, for the `crypto` of every process: they keep nothing, and no program ever holds one of them. Theirs
 * is the heaviest code of most exchanges, and it need not be read and warmed up anew for each server.
 */
export const HASHES = {
  '@noble/hashes/hmac.js': hmac,
  '@noble/hashes/legacy.js': legacy,
  '@noble/hashes/pbkdf2.js': pbkdf2,
  '@noble/hashes/scrypt.js': scrypt,
  '@noble/hashes/sha2.js': sha2,
} as const
