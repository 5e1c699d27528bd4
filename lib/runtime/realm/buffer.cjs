// One Buffer for all processes of a world: it is a built-in, and restored like the others.
module.exports = {
  Buffer: __env.Buffer,
  atob: globalThis.atob,
  btoa: globalThis.btoa,
  Blob: globalThis.Blob,
  kMaxLength: 2 ** 32,
}
