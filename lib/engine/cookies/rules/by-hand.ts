import { rfc6265bis } from '@/lib/engine/cookies/rules/rule'

/** Rules of what a person does to a jar by hand. */
export const byHandRules = {
  'removed-by-hand': rfc6265bis('7.3', null, 'Deleted by hand.', '手动删除。'),
  'edited-by-hand': rfc6265bis(
    '7.3',
    null,
    'Its value was changed by hand. The rest stays as it was.',
    '手动修改了它的值，其余不变。',
  ),
  'added-by-hand': rfc6265bis(
    '7.3',
    null,
    'Added by hand as a session cookie for {host}, Path=/.',
    '手动添加，是 {host} 的会话 Cookie，Path=/。',
  ),
  'unusable-character': rfc6265bis(
    '4.1.1',
    null,
    '“{character}” has a meaning of its own in the Cookie header, so it cannot stand here.',
    '“{character}”在 Cookie 头里另有含义，不能写在这里。',
  ),
  'copied-by-hand': rfc6265bis(
    '8.4',
    null,
    'Copied by hand from {from}’s jar, attributes and all. Whoever has the cookie is {from} to the server.',
    '从 {from} 的罐子里手动复制过来，属性也一样。对服务器来说，谁拿着这个 Cookie，谁就是 {from}。',
  ),
  cloned: rfc6265bis(
    '8.4',
    null,
    'The browser is a copy of {from}’s, and so is this cookie.',
    '这个浏览器是 {from} 的副本，这个 Cookie 也是。',
  ),
  'tampered-signature': rfc6265bis(
    '8.3',
    null,
    'The last character of its signature was changed by hand.',
    '手动改了签名的最后一个字符。',
  ),
  'tampered-unsign': rfc6265bis(
    '8.3',
    null,
    'Its signature was taken off by hand, and the “s:” that announces one.',
    '手动去掉了签名，以及表示“有签名”的 s: 前缀。',
  ),
  'tampered-value': rfc6265bis(
    '8.3',
    null,
    'The first character of its value was changed by hand. Its signature is still that of the old value.',
    '手动改了值的第一个字符，签名仍是原来那个值的。',
  ),
}
