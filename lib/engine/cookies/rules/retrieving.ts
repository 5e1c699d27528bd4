import { chips, rfc6265bis } from '@/lib/engine/cookies/rules/rule'

/** Rules of choosing cookies for a request (RFC 6265bis section 5.8.3). */
export const retrievingRules = {
  sent: rfc6265bis(
    '5.8.3',
    '3',
    'It belongs to this host and path, and no rule holds it back.',
    '它属于这个主机和路径，没有别的限制，所以带上。',
  ),
  'read-by-script': rfc6265bis(
    '5.8.2',
    null,
    'It belongs to this page and is not HttpOnly, so the page’s scripts can read it.',
    '它属于这个页面，又不是 HttpOnly，所以页面里的脚本读得到。',
  ),
  'sent-cross-site': rfc6265bis(
    '5.8.3',
    '3',
    'The request comes from another site, and SameSite=None lets the cookie go along.',
    '请求来自另一个网站，SameSite=None 允许它一起发送。',
  ),
  'sent-lax-navigation': rfc6265bis(
    '5.6.7.1',
    null,
    'The request comes from another site, but it opens a page with {method}. Lax allows that.',
    '请求来自另一个网站，但它是用 {method} 打开页面，Lax 允许。',
  ),
  'sent-lax-unsafe': rfc6265bis(
    '5.6.7.2',
    null,
    'A {method} from another site. The cookie has no SameSite and is at most {seconds} seconds old: it still goes along.',
    '来自另一个网站的 {method}。这个 Cookie 没写 SameSite，而且创建还不超过 {seconds} 秒，所以仍会发送。',
  ),
  'withheld-host-only': rfc6265bis(
    '5.8.3',
    '3',
    'It was set without Domain, so it goes to {domain} only, and this is {host}.',
    '它设置时没有 Domain，只发给 {domain}，而这里是 {host}。',
  ),
  'withheld-domain': rfc6265bis(
    '5.8.3',
    '3',
    'It is for {domain} and the names under it. {host} is not one of them.',
    '它只给 {domain} 及其子域名，{host} 不在其中。',
  ),
  'withheld-path': rfc6265bis(
    '5.1.4',
    null,
    'Its Path is {path}, and {requested} does not lie under it.',
    '它的 Path 是 {path}，而 {requested} 不在它下面。',
  ),
  'withheld-secure': rfc6265bis(
    '5.8.3',
    '3',
    'It is Secure, and this request goes over plain http.',
    '它带有 Secure，而这个请求走的是普通的 http。',
  ),
  'withheld-httponly': rfc6265bis(
    '5.8.3',
    '3',
    'It is HttpOnly: it goes to the server, but no script gets to see it.',
    '它是 HttpOnly：会发给服务器，但脚本看不到。',
  ),
  'withheld-strict': rfc6265bis(
    '5.6.7.1',
    null,
    'SameSite=Strict: it goes along only with requests that come from its own site. This one comes from another.',
    'SameSite=Strict：只随本网站发起的请求发送，而这个请求来自另一个网站。',
  ),
  'withheld-strict-reload': rfc6265bis(
    '5.2',
    null,
    'SameSite=Strict. A reload repeats the visit it reloads, and that visit came from another site.',
    'SameSite=Strict。刷新等于重复原来那次访问，而那次访问来自另一个网站。',
  ),
  'withheld-lax-subrequest': rfc6265bis(
    '5.6.7.1',
    null,
    'Lax (also the default): from another site it goes along only when a page is opened, not with images or fetches.',
    'Lax（也是默认值）：来自其他网站时，只有打开页面才发送，图片、fetch 等都不带。',
  ),
  'withheld-lax-method': rfc6265bis(
    '5.6.7.1',
    null,
    'Lax: from another site it goes along only with safe methods such as GET. This is a {method}.',
    'Lax：来自其他网站时，只随 GET 这类安全方法发送，而这是 {method}。',
  ),
  'withheld-lax-aged': rfc6265bis(
    '5.6.7.2',
    null,
    'No SameSite counts as Lax, and this is a {method} from another site. The grace period of {seconds} seconds is over.',
    '没写 SameSite 按 Lax 处理，而这是来自其他网站的 {method}，{seconds} 秒的宽限期已过。',
  ),
  'withheld-cross-site-script': rfc6265bis(
    '5.8.3',
    '3',
    'The page is shown inside another site, where scripts get SameSite=None cookies only.',
    '这个页面嵌在另一个网站里，那里的脚本只能读到 SameSite=None 的 Cookie。',
  ),
  'withheld-partition': chips(
    '2.5',
    'It is partitioned: it belongs to pages of {partition}, and this request is made in one of {top}.',
    '它是分区 Cookie，属于 {partition} 的页面，而这个请求发生在 {top} 的页面里。',
  ),
  'withheld-third-party': rfc6265bis(
    '7.1',
    null,
    'The request is made inside a page of {top}. This window is incognito, where other sites’ cookies are blocked.',
    '这个请求发生在 {top} 的页面里。这是无痕窗口，会拦截第三方 Cookie。',
  ),
}
