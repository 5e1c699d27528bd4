const { createClient } = require('redis');
const { RedisStore } = require('connect-redis');

const client = createClient({ disableOfflineQueue: true });
client.on('error', (err) => console.error(err.message));

module.exports = new RedisStore({ client });
