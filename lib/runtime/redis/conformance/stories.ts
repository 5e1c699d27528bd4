/**
 * Commands whose replies must be those of a real Redis, one story a line of `;`-separated commands on empty databases.
 * `~` before a command: the order of what it lists is nobody's promise.
 */
export const STORIES: Readonly<Record<string, readonly string[]>> = {
  strings: [
    'GET none; SET a 1; GET a; SET a "two words"; GET a; STRLEN a; STRLEN none; GET; GET a b; get a; GeT a',
    'SET a; SET a 1 b; SET a 1 EX; SET a 1 EX x; SET a 1 EX 0; SET a 1 EX -5; SET a 1 PX 0; SET a 1 EX 1 PX 1; SET a 1 EX 10 KEEPTTL; SET a 1 KEEPTTL EX 10; GET a',
    'SET a 1 NX; SET a 2 NX; GET a; SET a 3 XX; GET a; SET b 1 XX; GET b; SET a 1 NX XX; SET a 9 NX NX; SET a 5 xx get; SET c 7 GET; GET c; SET c 8 NX GET; SET d 8 XX GET; EXISTS d',
    'SET a 1 EX 100; TTL a; SET a 2 KEEPTTL; TTL a; SET a 3; TTL a; SET a 4 PX 1700; TTL a; SET a 5 PX 1400; TTL a; SET a 6 EXAT 4000000000; EXPIRETIME a; PEXPIRETIME a; SET a 7 PXAT 4000000000123; PEXPIRETIME a; EXPIRETIME a; SET a 8 EXAT 1; GET a; EXISTS a',
    'SET a 1 EX 9223372036854775807; SET a 1 EX 92233720368547758; SET a 1 PX 9223372036854775807; SETEX a 9223372036854775807 v; EXISTS a',
    'SETEX a 100 v; TTL a; GET a; SETEX a 0 v; SETEX a x v; SETEX a 100; PSETEX b 5000 v; TTL b; PSETEX b -1 v; SETNX a w; SETNX c w; GET c',
    'GETSET a 1; GETSET a 2; GET a; SET a 1 EX 100; GETSET a 2; TTL a; GETDEL a; GETDEL a; EXISTS a',
    'SET a v; GETEX a; TTL a; GETEX a EX 100; TTL a; GETEX a PERSIST; TTL a; GETEX a EX; GETEX a FOO 1; GETEX a EX 0; GETEX none EX 10; GETEX a EXAT 1; EXISTS a; GETEX a EX 10 PX 10; GETEX a PERSIST 1',
    'MSET a 1 b 2; MGET a b c; MSET a 1 b; MSET; MGET; MSETNX c 3 a 4; EXISTS c; MSETNX d 1 e 2; MGET d e; MSETNX d 1 e; SADD s 1; MGET a s',
    'APPEND a foo; APPEND a bar; GET a; GETRANGE a 0 2; GETRANGE a -3 -1; GETRANGE a 0 -1; GETRANGE a 5 1; GETRANGE a 2 100; GETRANGE a -100 1; GETRANGE a -1 -5; GETRANGE none 0 1; GETRANGE a x 1; SUBSTR a 1 2',
    'SET a "caf\\xc3\\xa9"; STRLEN a; GET a; APPEND a "\\x00\\xff"; STRLEN a; GET a; SET "" empty; GET ""; EXISTS ""',
  ],
  counters: [
    'INCR a; INCR a; DECR a; INCRBY a 10; DECRBY a 3; GET a; INCRBY a -20; GET a; INCR a b; INCRBY a; INCRBY a 1.5; INCRBY a x; DECRBY a x',
    'SET a abc; INCR a; SET a " 1"; INCR a; SET a 01; INCR a; SET a -0; INCR a; SET a 9223372036854775807; INCR a; GET a; INCRBY a 1; DECR a; SET a -9223372036854775808; DECR a; DECRBY a -9223372036854775808; SET a 9223372036854775808; INCR a',
    'SET a 10.5; INCRBYFLOAT a 0.1; INCRBYFLOAT a -5; SET a 5.0e3; INCRBYFLOAT a 2.0e2; INCRBYFLOAT a x; SET a 3; INCRBYFLOAT a 1; INCRBYFLOAT a inf; INCRBYFLOAT none 1.5; SET a 0.1; INCRBYFLOAT a 0.2; SET a 1 EX 100; INCR a; TTL a; INCRBYFLOAT a 1.5; TTL a',
    'LPUSH l 1; INCR l; INCRBYFLOAT l 1; APPEND l x; GET l; SET l 1 GET; GETSET l 1; GETDEL l; STRLEN l; SETNX l 1; GETEX l; GETRANGE l 0 1; TYPE l',
  ],
  keys: [
    'SET a 1; SET b 2; DEL a b c; DEL a; DEL; SET a 1; UNLINK a b; EXISTS a; SET a 1; EXISTS a a b; TOUCH a b; EXISTS',
    'MSET one 1 two 2 three 3 o[e 4; ~KEYS *; ~KEYS *e; ~KEYS ?n?; ~KEYS [ot]*; ~KEYS [^o]*; ~KEYS [a-o]*; ~KEYS o\\[e; KEYS nothing; KEYS; ~KEYS t*e*; ~KEYS **; KEYS t; ~KEYS [z-a]*',
    'MSET a 1 b 2; ~SCAN 0; ~SCAN 0 COUNT 100; ~SCAN 0 MATCH a; SCAN 0 MATCH; SCAN 0 COUNT 0; SCAN 0 COUNT x; SCAN x; SCAN; SCAN 0 FOO 1; ~SCAN 0 TYPE string; SCAN 0 TYPE list',
    'SET s 1; LPUSH l 1; HSET h a 1; SADD e 1; ZADD z 1 a; TYPE s; TYPE l; TYPE h; TYPE e; TYPE z; TYPE none; TYPE',
    'SET a 1 EX 100; RENAME a b; TTL b; GET b; EXISTS a; RENAME none b; SET c 2; RENAME c b; TTL b; RENAMENX b c; SET d 1; RENAMENX d c; RENAMENX none c; RENAME b; RENAME c c; RENAME none none; RENAMENX c c',
    'RANDOMKEY; SET a 1; RANDOMKEY; DBSIZE; FLUSHDB; DBSIZE; SET a 1; FLUSHALL ASYNC; DBSIZE; FLUSHALL SYNC; FLUSHDB foo; FLUSHALL a b',
    'SET a 1; SELECT 1; GET a; SET a 2; SELECT 0; GET a; SELECT 16; SELECT x; SELECT -1; DBSIZE; SELECT 1; DBSIZE; FLUSHALL; SELECT 0; DBSIZE',
  ],
  expiry: [
    'SET a 1; TTL a; PTTL a; TTL none; PTTL none; EXPIRETIME a; EXPIRETIME none; EXPIRE a 100; TTL a; EXPIRE none 100; PERSIST a; TTL a; PERSIST a; PERSIST none; EXPIRE a; EXPIRE a x; EXPIRE a 1.5',
    'SET a 1; PEXPIRE a 1700; TTL a; PEXPIRE a 1400; TTL a; EXPIREAT a 4000000000; EXPIRETIME a; PEXPIREAT a 4000000000123; PEXPIRETIME a; EXPIRETIME a; PEXPIREAT a 4000000000500; EXPIRETIME a',
    'SET a 1; EXPIRE a 0; EXISTS a; SET a 1; EXPIRE a -1; EXISTS a; SET a 1; EXPIREAT a 1; EXISTS a; SET a 1; PEXPIRE a -5; GET a',
    'SET a 1; EXPIRE a 100 XX; EXPIRE a 100 NX; EXPIRE a 200 NX; TTL a; EXPIRE a 50 GT; TTL a; EXPIRE a 150 GT; TTL a; EXPIRE a 200 LT; EXPIRE a 20 LT; TTL a; PERSIST a; EXPIRE a 10 GT; EXPIRE a 10 LT; TTL a; EXPIRE a 10 NX XX; EXPIRE a 10 GT LT; EXPIRE a 10 NX GT; EXPIRE a 10 FOO; EXPIRE a 30 xx gt; TTL a',
    'SET a 1; EXPIRE a 9223372036854775807; EXPIREAT a 9223372036854775807; TTL a',
    'LPUSH l 1; EXPIRE l 100; LPUSH l 2; TTL l; DEL l; LPUSH l 1; TTL l; HSET h a 1; EXPIRE h 100; HSET h b 2; TTL h',
  ],
  hashes: [
    'HSET h a 1 b 2; HSET h a 3 c 4; HGET h a; HGET h none; HGET none a; HGETALL h; HGETALL none; HMGET h a x c; HLEN h; HLEN none; HKEYS h; HVALS h; HKEYS none; HEXISTS h a; HEXISTS h x; HSTRLEN h a; HSTRLEN h x',
    'HSET h a; HSET h; HSET h a 1 b; HMSET h a 1; HMSET h a; HSETNX h a 2; HSETNX h b 2; HGETALL h; HDEL h a x; HDEL h b; EXISTS h; HDEL h a; HDEL h',
    'HINCRBY h n 5; HINCRBY h n -2; HINCRBY h n x; HSET h s abc; HINCRBY h s 1; HSET h m 9223372036854775807; HINCRBY h m 1; HINCRBYFLOAT h f 1.5; HINCRBYFLOAT h f 0.25; HINCRBYFLOAT h s 1; HINCRBYFLOAT h f x; HINCRBY none2 a x; EXISTS none2',
    'HSET h a 1 b 2; HSCAN h 0; HSCAN h 0 MATCH a; HSCAN none 0; HSCAN h x; HSCAN h 0 COUNT 0; HSCAN h',
    'SET s 1; HSET s a 1; HGET s a; HGETALL s; HDEL s a; HLEN s; HINCRBY s a 1; HSCAN s 0; HMGET s a; HSETNX s a 1; TYPE s',
  ],
  lists: [
    'RPUSH l a b c; LPUSH l z; LRANGE l 0 -1; LLEN l; LLEN none; LINDEX l 0; LINDEX l -1; LINDEX l 10; LINDEX l x; LRANGE l 1 2; LRANGE l -2 -1; LRANGE l 5 10; LRANGE l 2 1; LRANGE l -100 100; LRANGE none 0 -1; LRANGE l a b; LPUSH l; LPUSHX none a; RPUSHX l d; LRANGE l 0 -1',
    'RPUSH l a b c d e; LPOP l; RPOP l; LPOP l 2; LPOP l 0; LPOP l -1; LPOP l x; LPOP none; LPOP none 2; RPOP l 5; EXISTS l; LPOP l 1 2; RPOP none',
    'RPUSH l a b a c a; LREM l 1 a; LRANGE l 0 -1; LREM l -1 a; LRANGE l 0 -1; LREM l 0 a; LRANGE l 0 -1; LREM l 0 x; LREM l x a; LSET l 0 z; LSET l 10 z; LSET l -1 y; LSET none 0 a; LSET l x a; LRANGE l 0 -1; LTRIM l 1 -1; LRANGE l 0 -1; LTRIM l 5 6; EXISTS l; LTRIM none 0 1; LREM none 0 a',
    'RPUSH l a c; LINSERT l BEFORE c b; LINSERT l AFTER c d; LINSERT l BEFORE x y; LINSERT none BEFORE a b; LINSERT l FOO a b; LRANGE l 0 -1',
    'RPUSH l a b c; LMOVE l m LEFT RIGHT; RPOPLPUSH l m; LRANGE m 0 -1; LMOVE none m LEFT LEFT; LMOVE l l LEFT RIGHT; LMOVE l m FOO LEFT; LMOVE l m LEFT LEFT; EXISTS l; RPOPLPUSH none x; RPOPLPUSH m m; LRANGE m 0 -1; SET s 1; RPOPLPUSH m s; LRANGE m 0 -1',
    'SET s 1; LPUSH s a; LRANGE s 0 -1; LPOP s; LLEN s; LINDEX s 0; LSET s 0 a; LREM s 0 a; LTRIM s 0 1; LINSERT s BEFORE a b; LPUSHX s a; LPOP s 0',
  ],
  sets: [
    'SADD s 3 1 2 1; SADD s 1; SCARD s; SCARD none; ~SMEMBERS s; SMEMBERS none; SISMEMBER s 1; SISMEMBER s 9; SMISMEMBER s 1 9 2; SREM s 1 9; SREM s 2 3; EXISTS s; SREM none a; SADD s; SADD',
    'SADD a 1 2 3; SADD b 2 3 4; ~SINTER a b; ~SUNION a b; ~SDIFF a b; SINTER a none; ~SUNION a none; SINTERSTORE c a b; ~SMEMBERS c; SDIFFSTORE c a a; EXISTS c; SUNIONSTORE c a b; SCARD c; SINTER; SMOVE a b 1; SMOVE a b 9; ~SMEMBERS b; SMOVE none b 1; SMOVE a a 2',
    'SADD s a; SPOP s; EXISTS s; SPOP s; SPOP s 2; SADD s a; SPOP s 5; SPOP s -1; SPOP s x; SADD s a; SRANDMEMBER s; SRANDMEMBER s 5; SRANDMEMBER s -2; SRANDMEMBER none; SRANDMEMBER none 2; SRANDMEMBER s x; SPOP s 1 2; SRANDMEMBER s 1 2; SPOP s 0',
    'SET s 1; SADD s a; SMEMBERS s; SISMEMBER s a; SREM s a; SCARD s; SINTER s; SPOP s; SMOVE s x a; SADD y a; SMOVE y s a; SUNION y s; ~SSCAN y 0; SSCAN none 0; SSCAN y 0 MATCH b',
  ],
  'sorted sets': [
    'ZADD z 1 a 2 b 3 c; ZADD z 5 a; ZADD z CH 6 a 2 b; ZSCORE z a; ZSCORE z none; ZSCORE none a; ZCARD z; ZRANGE z 0 -1; ZRANGE z 0 -1 WITHSCORES; ZREVRANGE z 0 -1 WITHSCORES; ZRANK z a; ZREVRANK z a; ZRANK z none; ZMSCORE z a x; ZREM z a x; ZREM z b c; EXISTS z',
    'ZADD z NX 1 a; ZADD z NX 2 a; ZADD z XX 3 a 1 b; ZSCORE z a; ZADD z GT 2 a; ZADD z LT 2 a; ZSCORE z a; ZADD z NX XX 1 a; ZADD z GT LT 1 a; ZADD z NX GT 1 a; ZADD z INCR 5 a; ZADD z INCR 1 a 2 b; ZADD z NX INCR 1 a; ZADD z x a; ZADD z 1; ZADD z 1 a 2; ZADD z XX INCR 1 none; ZINCRBY z 2.5 a; ZINCRBY z 1 new; ZINCRBY z x a; ZCARD z',
    'ZADD z 1 a 2 b 2.5 c 3 d; ZRANGEBYSCORE z 2 3; ZRANGEBYSCORE z (2 3; ZRANGEBYSCORE z -inf +inf WITHSCORES; ZRANGEBYSCORE z -inf inf LIMIT 1 2; ZREVRANGEBYSCORE z 3 (1; ZRANGEBYSCORE z a b; ZCOUNT z 2 3; ZCOUNT z (2 (3; ZCOUNT z x 1; ZRANGE z 2 3 BYSCORE; ZRANGE z 3 2 BYSCORE REV; ZRANGE z 0 1 REV; ZRANGE z 0 1 LIMIT 0 1; ZRANGE z 0 1 FOO; ZRANGE z a 1; ZRANGE z 0; ZRANGE z 1 3 BYSCORE LIMIT 1 1 WITHSCORES',
    'ZADD z 1 a 2 b 3 c 4 d; ZREMRANGEBYRANK z 0 0; ZREMRANGEBYSCORE z 2 (3; ZRANGE z 0 -1; ZPOPMIN z; ZPOPMAX z 5; ZPOPMIN z; ZPOPMIN z 2; ZADD z 1 a; ZPOPMIN z -1; ZSCAN z 0; ZSCAN none 0; ZADD z inf i -inf j; ZRANGE z 0 -1 WITHSCORES; ZADD z INCR -inf i; ZREMRANGEBYRANK z x 1',
    'SET s 1; ZADD s 1 a; ZRANGE s 0 -1; ZSCORE s a; ZREM s a; ZCARD s; ZRANK s a; ZINCRBY s 1 a; ZPOPMIN s; ZCOUNT s 0 1; GET s; LPUSH l 1; ZADD l 1 a; SADD l a; HSET l a b',
  ],
  transactions: [
    'MULTI; SET a 1; INCR a; GET a; EXEC; GET a; EXEC; DISCARD; MULTI; MULTI; DISCARD; MULTI; EXEC',
    'MULTI; SET a 1; NOSUCH; EXEC; GET a; MULTI; GET; EXEC; MULTI; SET a x; INCR a; LPUSH a 1; GET a; EXEC; MULTI; SET b 1; DISCARD; EXISTS b; MULTI foo',
    'WATCH a; SET a 1; MULTI; GET a; EXEC; WATCH a; UNWATCH; SET a 2; MULTI; GET a; EXEC; WATCH a; MULTI; GET a; EXEC; MULTI; WATCH a; EXEC; WATCH; WATCH a; SET b 1; MULTI; GET b; EXEC; SET a 1; MULTI; GET a; EXEC; WATCH a; SET a 1; MULTI; DISCARD; MULTI; GET a; EXEC',
    'WATCH h; HSET h a 1; MULTI; EXEC; SADD s a; WATCH s; SADD s a; MULTI; EXEC; WATCH s; SREM s b; MULTI; EXEC; WATCH s; DEL none; MULTI; EXEC; WATCH s; FLUSHALL; MULTI; EXEC; WATCH x; FLUSHALL; MULTI; EXEC',
  ],
  connection: [
    'PING; PING hello; PING a b; ECHO hi; ECHO; ECHO a b; NOSUCH; NOSUCH a "b c"; nosuch aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa b c',
    'CLIENT GETNAME; CLIENT SETNAME me; CLIENT GETNAME; CLIENT SETNAME "a b"; CLIENT SETNAME ""; CLIENT GETNAME; CLIENT; CLIENT NOSUCH; CLIENT GETNAME x; CLIENT SETNAME; AUTH x; AUTH default x; AUTH other x; AUTH a b c; AUTH',
    'CONFIG GET maxmemory-policy; CONFIG GET nosuch; CONFIG GET; CONFIG NOSUCH; CONFIG SET nosuch 1; CONFIG GET databases; COMMAND NOSUCH; COMMAND COUNT x; CONFIG; DBSIZE x; TIME x',
    'PUBLISH c m; PUBSUB CHANNELS; PUBLISH c; HELLO 4; HELLO x; RESET; DEL a; HELLO 3 FOO; HELLO 2 AUTH other x; HELLO 3 SETNAME "a b"',
  ],
}
