const { createClient } = require('redis');
const { RedisStore } = require('connect-redis');

const client = createClient({ disableOfflineQueue: true });
// 连不上的时候，它会自己一再重试；这里只要有人监听就行
client.on('error', (err) => console.error(err.message));
client.connect();

module.exports = new RedisStore({ client });
