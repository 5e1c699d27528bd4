import { documented } from '@/lib/engine/sessions/rules/rule'

/** What becomes of the cookie that a request brings. */
export const loadingRules = {
  'no-cookie': documented(
    'name',
    'The request brought no cookie named {name}, so a new session begins.',
    '请求没有带来名为 {name} 的 Cookie，于是开始一个新会话。',
  ),
  unsigned: documented(
    'secret',
    'The value of {name} does not begin with s:, so nobody signed it and it counts for nothing. The store is not asked.',
    '{name} 的值不以 s: 开头，没有签名，不算数。存储根本没被问到。',
  ),
  'bad-signature': documented(
    'secret',
    'None of the program’s secrets gives the signature in {name}: somebody changed the id or the signature, or the secret is another one now. The store is not asked.',
    '程序的密钥算不出 {name} 里的签名：要么 ID 或签名被人改过，要么密钥换了。存储根本没被问到。',
  ),
  'not-found': documented(
    'store.get(sid, callback)',
    'The signature is right, but the store has no row for this id. An id that the store does not know is never adopted: a new session gets a new one.',
    '签名没错，但存储里没有这个 ID 的记录。存储不认识的 ID 不会被采用，新会话用新的 ID。',
  ),
  loaded: documented('secret', 'The signature is right, and the store has the row.', '签名没错，存储里也有这条记录。'),
  'loaded-by-older-secret': documented(
    'secret',
    'Secret number {secret} gives this signature, and the store has the row. New cookies are signed with the first secret.',
    '第 {secret} 个密钥算得出这个签名，存储里也有这条记录。新发的 Cookie 用第一个密钥签名。',
  ),
  'store-failed': documented(
    'store.get(sid, callback)',
    'The store answered with an error. There is no session, and the error goes on to the program’s error handlers.',
    '存储答复的是一个错误。没有会话，错误交给程序的错误处理。',
  ),
  'other-path': documented(
    'cookie.path',
    'The path {path} does not begin with {cookiePath}, the cookie’s path. The middleware does nothing.',
    '路径 {path} 不以 Cookie 的路径 {cookiePath} 开头，中间件什么也不做。',
  ),
  'store-disconnected': documented(
    'Session Store Implementation',
    'The store has said that it is disconnected. Until it is back, the middleware does nothing, and there is no req.session.',
    '存储报告自己断开了。在它恢复之前，中间件什么也不做，也没有 req.session。',
  ),
  'session-there': documented(
    'req.session',
    'Another session middleware has made req.session already, so this one does nothing.',
    '前面的会话中间件已经建好了 req.session，这一个什么也不做。',
  ),
  'no-secret': documented(
    'secret',
    'Without a secret nothing can be signed. The middleware answers with an error.',
    '没有密钥就无法签名，中间件报错。',
  ),
}
