import { rfc6265bis } from '@/lib/engine/cookies/rules/rule'

/** Rules of how cookies leave a jar, and of what a person does to them by hand. */
export const removingRules = {
  'removed-by-server': rfc6265bis(
    '5.7',
    '23',
    'The server set a time of expiry in the past. That is how a server deletes a cookie.',
    '服务器把过期时间设在了过去，服务器就是这样删除 Cookie 的。',
  ),
  'nothing-to-remove': rfc6265bis(
    '5.7',
    '23',
    'The time of expiry lies in the past, which deletes “{name}” at {where}. There is none, so nothing happens.',
    '过期时间在过去，意思是要删除 {where} 的“{name}”，但它并不存在，所以什么也没发生。',
  ),
  'removal-missed': rfc6265bis(
    '5.7',
    '23',
    'The time of expiry lies in the past, which deletes “{name}” at {where}. There is none. The “{name}” at {other} has ' +
      'another Domain, Path or partition and stays.',
    '过期时间在过去，意思是要删除 {where} 的“{name}”，但那里没有。{other} 的“{name}”因为 Domain、Path 或分区不同，仍然留着。',
  ),
  expired: rfc6265bis('5.7', null, 'Its time was up.', '它到期了。'),
  'session-over': rfc6265bis(
    '5.7',
    null,
    'The browser was closed, and session cookies go with it.',
    '浏览器关闭了，会话 Cookie 随之消失。',
  ),
  'profile-forgotten': rfc6265bis(
    '7.3',
    null,
    'The incognito window was closed. It forgets everything, cookies with an expiry too.',
    '无痕窗口关闭了，它什么都不留，有过期时间的 Cookie 也一样。',
  ),
}
