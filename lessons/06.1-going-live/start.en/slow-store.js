// The book is on another machine: each note takes 300 ms to get there
module.exports = (session) => class SlowStore extends session.MemoryStore {
  set(id, data, callback) {
    setTimeout(() => super.set(id, data, callback), 300);
  }
};
