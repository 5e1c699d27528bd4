import { createCrypto } from '@/lib/runtime/shims/crypto'

module.exports = createCrypto({
  randomBytes: __env.randomBytes,
  Buffer: __env.Buffer,
  // The work happens in the callback: what the program's own callback throws is the program's.
  defer: (run) => __env.hostOperation(() => {}, run),
  allocate: __env.allocate,
})
