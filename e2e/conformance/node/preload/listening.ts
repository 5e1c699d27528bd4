import net from 'node:net'

/** Whatever port a program listens on, it gets a free one; `report` says which. */
export function mapListening(report: (port: number, actual: number) => void): void {
  const listen = net.Server.prototype.listen
  net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]): net.Server {
    const port = Number(args[0])
    this.once('listening', () => {
      const address = this.address()
      if (address !== null && typeof address === 'object') report(port, address.port)
    })
    const callback = args.find((arg) => typeof arg === 'function')
    return Reflect.apply(listen, this, [0, '127.0.0.1', ...(callback ? [callback] : [])])
  }
}
