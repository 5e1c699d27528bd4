import { chips, cookiePriority, rfc2109, rfc6265bis } from '@/lib/engine/cookies/rules/rule'

/** Rules of reading a Set-Cookie line and its attributes (RFC 6265bis sections 5.5 and 5.6). */
export const parsingRules = {
  'control-character': rfc6265bis(
    '5.6',
    '1',
    'The line holds a control character ({code}), so the browser ignores all of it.',
    '这一行里有控制字符（{code}），浏览器会忽略整行。',
  ),
  nameless: rfc6265bis(
    '5.6',
    '3',
    'This cookie has no name. Browsers keep it all the same and send back only its value.',
    '这个 Cookie 没有名字。浏览器照样保存，发回时只带它的值。',
  ),
  'whitespace-trimmed': rfc6265bis(
    '5.6',
    '4',
    'Spaces or tabs around the name or the value were cut off.',
    '名字或值两端的空格、制表符被去掉了。',
  ),
  'pair-too-large': rfc6265bis(
    '5.6',
    '5',
    'Name and value together are {size} bytes, and {limit} is the most a browser takes. It ignores the whole cookie.',
    '名字加上值共 {size} 字节，浏览器最多接受 {limit} 字节，于是忽略整个 Cookie。',
  ),
  'line-too-large': rfc2109(
    '6.3',
    'The cookie with its attributes is {size} bytes, and {limit} is the most that this browser of 1997 takes. It must not ' +
      'cut the cookie short, so it ignores all of it.',
    '这个 Cookie 连属性共 {size} 字节，1997 年的浏览器最多接受 {limit} 字节。规范不许截断，于是整个忽略。',
  ),
  'attribute-too-large': rfc6265bis(
    '5.6',
    '6 (attributes)',
    'The value of {attribute} is {size} bytes, and {limit} is the most allowed. Only this attribute is ignored.',
    '{attribute} 的值有 {size} 字节，最多允许 {limit} 字节。只有这个属性被忽略。',
  ),
  'attribute-unknown': rfc6265bis(
    '5.6',
    '7 (attributes)',
    'Browsers know no attribute called {attribute}, so it does nothing.',
    '浏览器不认识名叫 {attribute} 的属性，它不起任何作用。',
  ),
  'attribute-of-later': rfc2109(
    '4.2.2',
    '{attribute} was invented later. This browser of 1997 has not heard of it, so it does nothing.',
    '{attribute} 是后来才有的，这个 1997 年的浏览器不认识，它不起任何作用。',
  ),
  'attribute-repeated': rfc6265bis(
    '5.7',
    '6–17',
    '{attribute} is there more than once. The last one counts.',
    '{attribute} 出现了不止一次，以最后一个为准。',
  ),
  'expires-unreadable': rfc6265bis(
    '5.6.1',
    '2',
    'Expires is not a date that browsers can read (“{value}”), so it is ignored.',
    'Expires 写的不是浏览器能读懂的日期（“{value}”），因此被忽略。',
  ),
  'max-age-unreadable': rfc6265bis(
    '5.6.2',
    '1–3',
    'Max-Age must be a whole number of seconds. “{value}” is not, so it is ignored.',
    'Max-Age 必须是整数秒。“{value}”不是，因此被忽略。',
  ),
  'max-age-wins': rfc6265bis(
    '5.7',
    '6',
    'Max-Age and Expires are both there. Max-Age counts, Expires is ignored.',
    'Max-Age 和 Expires 同时出现时，以 Max-Age 为准，Expires 被忽略。',
  ),
  'lifetime-capped': rfc6265bis(
    '5.5',
    null,
    'It asks to live longer than browsers allow. Its life is cut to {days} days.',
    '它要求的寿命超过了浏览器的上限，被缩短为 {days} 天。',
  ),
  'lifetime-session': rfc6265bis(
    '5.7',
    '6',
    'Neither Max-Age nor Expires: this is a session cookie, kept until the browser closes.',
    '没有 Max-Age 也没有 Expires：这是会话 Cookie，浏览器关闭时消失。',
  ),
  'domain-leading-dot': rfc6265bis(
    '5.6.3',
    '2',
    'The dot at the start of Domain makes no difference. Browsers drop it.',
    'Domain 开头的点没有意义，浏览器会去掉它。',
  ),
  'path-not-absolute': rfc6265bis(
    '5.6.4',
    '1',
    'Path has to start with “/”, and “{value}” does not. The folder of the requested URL is used instead: {path}',
    'Path 必须以“/”开头，而“{value}”不是。改用所请求网址的目录：{path}',
  ),
  'path-default': rfc6265bis(
    '5.7',
    '11',
    'No Path, so the folder of the requested URL is used: {path}',
    '没有 Path，于是用所请求网址的目录：{path}',
  ),
  'samesite-default-lax': rfc6265bis(
    '5.7',
    '17',
    'No SameSite, so the cookie is treated as Lax. Chromium does this, as the standard says; not every browser does.',
    '没有 SameSite，按 Lax 处理。Chromium 遵照标准这样做，但并非所有浏览器都如此。',
  ),
  'samesite-default-none': rfc6265bis(
    '5.7',
    '17',
    'No SameSite. This browser then sends the cookie with requests from other sites too.',
    '没有 SameSite，这个浏览器会让它也随其他网站发起的请求一起发送。',
  ),
  'samesite-unknown': rfc6265bis(
    '5.6.7',
    '1',
    'SameSite can be Strict, Lax or None. “{value}” is none of them and counts as no SameSite at all.',
    'SameSite 只能是 Strict、Lax 或 None。“{value}”都不是，等于没有写 SameSite。',
  ),
  'priority-unknown': cookiePriority(
    '4.1',
    'Priority can be Low, Medium or High. “{value}” is none of them, so it counts as Medium.',
    'Priority 只能是 Low、Medium 或 High。“{value}”都不是，按 Medium 处理。',
  ),
  partitioned: chips(
    '2.3',
    'Partitioned: the cookie belongs to pages of {top} and stays behind on pages of any other site.',
    'Partitioned：这个 Cookie 只属于 {top} 的页面，在其他网站的页面里不会发送。',
  ),
}
