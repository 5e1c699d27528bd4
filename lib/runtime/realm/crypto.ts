import { createCrypto } from '@/lib/runtime/shims/crypto'

module.exports = createCrypto({
  randomBytes: __env.randomBytes,
  Buffer: __env.Buffer,
  defer: (operate) => __env.hostOperation(operate, () => {}),
})
