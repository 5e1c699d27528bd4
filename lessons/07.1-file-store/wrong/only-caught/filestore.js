let util = require('util');
let mkdirp = require('mkdirp');
let fs = require('fs');
const path = require('path');

function createFileStore(session) {
    const Store = session.Store;
    util.inherits(FileStore, Store);
    function FileStore(options) {
        let { dir = path.resolve(__dirname, 'sessions') } = options || {};
        this.dir = dir;
        mkdirp(this.dir);
    }
    FileStore.prototype.resolve = function (sessionId) {
        return path.join(this.dir, `${sessionId}.json`);
    }
    FileStore.prototype.get = function (sessionId, callback) {
        fs.readFile(this.resolve(sessionId), 'utf8', (err, data) => {
            if (err) return callback(err);
            let session;
            try {
                session = JSON.parse(data);
            } catch (broken) {
                return callback();
            }
            callback(err, session);
        });
    }

    FileStore.prototype.set = function (sessionId, session, callback) {
        fs.writeFile(this.resolve(sessionId), JSON.stringify(session), callback);
    }

    FileStore.prototype.destroy = function (sessionId, callback) {
        fs.unlink(this.resolve(sessionId), callback);
    }
    return FileStore;
}

module.exports = createFileStore;
//FileStore

