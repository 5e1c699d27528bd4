import { get, type Scenario, send } from '../scenario'

const shop = 'http://localhost:8080'

function commands(...lines: readonly string[]) {
  return post(
    '/ask',
    lines.map((line) => line.split(' ')),
  )
}

function post(path: string, body: unknown) {
  return send('POST', `${shop}${path}`, 200, 'application/json', JSON.stringify(body))
}

const steps = [
  commands('SET a 1', 'GET a', 'GET none', 'INCR a', 'TTL a', 'EXPIRE a 100', 'TTL a', 'TYPE a', 'EXISTS a none'),
  commands('LPUSH a 1', 'GET', 'NOSUCH x', 'SET a 1 EX x', 'INCRBY a x', 'SET a text', 'INCR a', 'EXEC'),
  commands(
    'HSET h f 1 g 2',
    'HGETALL h',
    'HGET h f',
    'RPUSH l a b c',
    'LRANGE l 0 -1',
    'LPOP l',
    'SADD s a',
    'SMEMBERS s',
  ),
  commands(
    'ZADD z 1 a 2.5 b',
    'ZRANGE z 0 -1 WITHSCORES',
    'ZSCORE z b',
    'MGET a none',
    'SCAN 0 MATCH h',
    'PING',
    'ECHO hi',
  ),
  get(`${shop}/multi`),
  post('/raw', { lines: ['PING', 'SET word "two words"', 'GET word', 'QUIT'] }),
  post('/raw', { lines: ['*1', '+PING'] }),
  post('/raw', { lines: ['SET a "open'] }),
  get(`${shop}/refused`),
  get(`${shop}/no-socket`),
]

/** What clients and sockets make of Redis's answers. */
export const redis: readonly Scenario[] = ['^3.0.0', '^6.0.0'].map((version) => ({
  name: `commands and sockets, redis ${version}`,
  program: 'redis-commands',
  dependencies: { redis: version },
  steps,
}))
