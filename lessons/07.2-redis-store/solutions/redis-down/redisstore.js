let util = require('util');
var redis = require("redis");
function createRedisStore(session) {
    const Store = session.Store;
    util.inherits(RedisStore, Store);
    function RedisStore(options = {}) {
        this.client = redis.createClient(options.port || 6379, options.host || 'localhost', {
            enable_offline_queue: false
        });
        this.client.on('error', (err) => console.error(err.message));
    }
    RedisStore.prototype.get = function (sessionId, callback) {
        this.client.get(String(sessionId), (err, data) => {
            if (err) return callback(err);
            callback(null, JSON.parse(data));
        });
    }

    RedisStore.prototype.set = function (sessionId, session, callback) {
        this.client.set(sessionId, JSON.stringify(session), callback);
    }

    RedisStore.prototype.destroy = function (sessionId, callback) {
        this.client.del(sessionId, callback);
    }
    return RedisStore;
}

module.exports = createRedisStore;
//FileStore
