// Redis clients load it; a world's network has no TLS.
const connect = () => {
  throw new Error('TLS connections are not offered here')
}

module.exports = { connect, TLSSocket: class TLSSocket {} }
