const { createClient } = require('redis');
const { RedisStore } = require('connect-redis');

const client = createClient({ disableOfflineQueue: true });
// While there is no connection it tries again and again by itself; somebody just has to listen
client.on('error', (err) => console.error(err.message));
client.connect();

module.exports = new RedisStore({ client });
