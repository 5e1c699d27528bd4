import { documented } from '@/lib/engine/sessions/rules/rule'

/** Whether an answer carries Set-Cookie. */
export const settingRules = {
  'cookie-new-modified': documented(
    'saveUninitialized',
    'The session is new and something was put into it. The visitor has to learn its id.',
    '这是新会话，里面放了东西，要让访客知道它的 ID。',
  ),
  'cookie-new': documented(
    'saveUninitialized',
    'The session is new. The visitor learns its id, although nothing was put into it.',
    '这是新会话。虽然里面什么也没放，还是把 ID 告诉访客。',
  ),
  'cookie-new-empty': documented(
    'saveUninitialized',
    'The session is new and nothing was put into it. It won’t be kept, so the visitor gets no id.',
    '这是新会话，里面什么也没放。它不会被保存，所以不给访客 ID。',
  ),
  'cookie-regenerated': documented(
    'Session.regenerate(callback)',
    'regenerate gave the session another id. The visitor has to learn it.',
    'regenerate 给会话换了 ID，要让访客知道。',
  ),
  'cookie-rolling': documented(
    'rolling',
    'Every response carries the cookie again, and its time begins anew.',
    '每个响应都重新发一次 Cookie，有效期重新算起。',
  ),
  'cookie-renewed': documented(
    'cookie.maxAge',
    'The session was changed and its cookie expires some time, so the cookie goes out again with a new expiry.',
    '会话改过，而它的 Cookie 有过期时间，所以带着新的过期时间再发一次。',
  ),
  'cookie-known': documented(
    'rolling',
    'The visitor has this id already, in a cookie that stays until the browser closes. There is nothing to tell.',
    '访客已经有这个 ID 了，那个 Cookie 到浏览器关闭为止都有效，没什么要告诉的。',
  ),
  'cookie-keeps-expiry': documented(
    'rolling',
    'The visitor has this id already, and nothing changed. The cookie in the browser expires when it would have.',
    '访客已经有这个 ID 了，会话也没变。浏览器里的 Cookie 仍按原来的时间过期。',
  ),
  'cookie-insecure': documented(
    'cookie.secure',
    'A Set-Cookie was due, but the cookie is for https only and this is plain http. So it is not even sent.',
    '本该发 Set-Cookie，但这个 Cookie 只能用于 https，而这里是普通的 http，所以连发都不发。',
  ),
  'cookie-proxy-untrusted': documented(
    'cookie.secure',
    'A Set-Cookie was due, but the cookie is for https only. X-Forwarded-Proto says that the visitor came by {forwarded}; Express does not believe a proxy unless it is told to.',
    '本该发 Set-Cookie，但这个 Cookie 只能用于 https。X-Forwarded-Proto 说访客用的是 {forwarded}，可是没有设置信任代理，Express 不相信它。',
  ),
  'cookie-proxy-unasked': documented(
    'proxy',
    'A Set-Cookie was due, but the cookie is for https only, and whatever a proxy says about that is not asked for.',
    '本该发 Set-Cookie，但这个 Cookie 只能用于 https，而代理的说法一概不问。',
  ),
  'cookie-proxy-insecure': documented(
    'proxy',
    'A Set-Cookie was due, but the cookie is for https only, and X-Forwarded-Proto does not say https.',
    '本该发 Set-Cookie，但这个 Cookie 只能用于 https，而 X-Forwarded-Proto 没有说是 https。',
  ),
  'cookie-no-session': documented(
    'req.session',
    'There is no req.session, so no id is handed out. Nor is the old cookie taken back: that would be up to the program.',
    '没有 req.session，不发 ID。旧的 Cookie 也不会收回，那是程序自己的事。',
  ),
  'cookie-unwritable': documented(
    'cookie',
    'A Set-Cookie was due, but the name, the value or an attribute of the cookie is not allowed.',
    '本该发 Set-Cookie，但 Cookie 的名字、值或属性不合规定。',
  ),
  'cookie-head-gone': documented(
    'req.session',
    'The head of the response was gone before the session was changed: too late for a Set-Cookie. The row is saved, but the visitor does not get its id.',
    '响应头在会话改动之前就发出去了，来不及带 Set-Cookie。记录保存了，访客却拿不到它的 ID。',
  ),
}
