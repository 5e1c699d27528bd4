let util = require('util');
var redis = require("redis");
function createRedisStore(session) {
    const Store = session.Store;
    util.inherits(RedisStore, Store);
    function RedisStore(options = {}) {
        this.client = redis.createClient(options.port || 6379, options.host || 'localhost');
    }
    RedisStore.prototype.get = function (sessionId, callback) {
        this.client.get(String(sessionId), (err, data) => {
            callback(err, JSON.parse(data));
        });
    }

    RedisStore.prototype.set = function (sessionId, session, callback) {
        let life = session.cookie.maxAge;
        let expiry = life ? ['PX', life] : [];
        this.client.set(sessionId, JSON.stringify(session), ...expiry, callback);
    }

    RedisStore.prototype.destroy = function (sessionId, callback) {
        this.client.del(sessionId, callback);
    }
    return RedisStore;
}

module.exports = createRedisStore;
//FileStore
