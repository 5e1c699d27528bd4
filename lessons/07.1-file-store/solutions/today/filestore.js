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

        // 卡号来自外面：里面的斜杠也只能是文件名的一部分
        resolve(sessionId) {
            return path.join(this.dir, `${encodeURIComponent(sessionId)}.json`);
        }

        get(sessionId, callback) {
            fs.readFile(this.resolve(sessionId), 'utf8', (err, text) => {
                // 没有这个文件，就是没有这个会话
                if (err) return callback(err.code === 'ENOENT' ? null : err);
                let session;
                try {
                    session = JSON.parse(text);
                } catch {
                    // 文件坏了，会话也就没了
                    return callback(null);
                }
                const { expires } = session.cookie;
                if (expires && new Date(expires) <= new Date()) return this.destroy(sessionId, callback);
                callback(null, session);
            });
        }

        // 先写到一边，写完整了再换上去
        set(sessionId, session, callback) {
            const file = this.resolve(sessionId);
            const temporary = `${file}.${randomUUID()}.tmp`;
            fs.writeFile(temporary, JSON.stringify(session), (err) => {
                if (err) return callback(err);
                fs.rename(temporary, file, callback);
            });
        }

        // 只顺延期限，别的都不动
        touch(sessionId, session, callback) {
            this.get(sessionId, (err, current) => {
                if (err || !current) return callback(err);
                current.cookie = session.cookie;
                this.set(sessionId, current, callback);
            });
        }

        // 已经没有了，也不算出错
        destroy(sessionId, callback) {
            fs.rm(this.resolve(sessionId), { force: true }, callback);
        }
    };
