// The process's own clock, as globals have it.
module.exports = { performance: globalThis.performance }
