const { randomUUID } = require('crypto');
const fs = require('fs');
const path = require('path');

module.exports = (session) =>
    class FileStore extends session.Store {
        constructor({ dir = path.join(__dirname, 'sessions') } = {}) {
            super();
            this.dir = dir;
            fs.mkdirSync(dir, { recursive: true });
        }

        // The number comes from outside: let its slashes be part of the file's name
        resolve(sessionId) {
            return path.join(this.dir, `${encodeURIComponent(sessionId)}.json`);
        }

        get(sessionId, callback) {
            fs.readFile(this.resolve(sessionId), 'utf8', (err, text) => {
                // No such file means no such session
                if (err) return callback(err.code === 'ENOENT' ? null : err);
                let session;
                try {
                    session = JSON.parse(text);
                } catch {
                    // The file is broken, and so the session is lost
                    return callback(null);
                }
                const { expires } = session.cookie;
                if (expires && new Date(expires) <= new Date()) return this.destroy(sessionId, callback);
                callback(null, session);
            });
        }

        // Write it somewhere else, and put it in place once it is complete
        set(sessionId, session, callback) {
            const file = this.resolve(sessionId);
            const temporary = `${file}.${randomUUID()}.tmp`;
            fs.writeFile(temporary, JSON.stringify(session), (err) => {
                if (err) return callback(err);
                fs.rename(temporary, file, callback);
            });
        }

        // Only the end moves, all else stays
        touch(sessionId, session, callback) {
            this.get(sessionId, (err, current) => {
                if (err || !current) return callback(err);
                current.cookie = session.cookie;
                this.set(sessionId, current, callback);
            });
        }

        // It is no error if it is gone already
        destroy(sessionId, callback) {
            fs.rm(this.resolve(sessionId), { force: true }, callback);
        }
    };
