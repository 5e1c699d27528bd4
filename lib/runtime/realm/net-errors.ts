/** Errors of connections, as Node on Linux makes them (Node documentation, `errors`, "Common system errors"). */
export function refused(address: string, port: number): Error {
  const message = `connect ECONNREFUSED ${address}:${port}`
  return Object.assign(new Error(message), { errno: -111, code: 'ECONNREFUSED', syscall: 'connect', address, port })
}

/** The other side broke the connection off. */
export function reset(): Error {
  return Object.assign(new Error('read ECONNRESET'), { errno: -104, code: 'ECONNRESET', syscall: 'read' })
}

/** No host of that name. */
export function notFound(hostname: string): Error {
  const message = `getaddrinfo ENOTFOUND ${hostname}`
  return Object.assign(new Error(message), { errno: -3008, code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname })
}

/** No socket file of that name: a world has none. */
export function noSuchSocket(address: string): Error {
  return Object.assign(new Error(`connect ENOENT ${address}`), {
    errno: -2,
    code: 'ENOENT',
    syscall: 'connect',
    address,
  })
}
