import { chips, layeredCookies, rfc6265bis } from '@/lib/engine/cookies/rules/rule'

/** Rules of the storage model (RFC 6265bis section 5.7), in the order of its steps. */
export const storingRules = {
  'pair-empty': rfc6265bis(
    '5.7',
    '2',
    'Neither a name nor a value: there is nothing to keep.',
    '名字和值都是空的，没有什么可存。',
  ),
  'domain-not-ascii': rfc6265bis(
    '5.7',
    '8',
    'Domain may hold ASCII characters only. Other names are written in their xn-- form.',
    'Domain 只能用 ASCII 字符，其他文字的域名要写成 xn-- 的形式。',
  ),
  'host-unusable': rfc6265bis(
    '5.7',
    '9',
    'This URL has no host name that a cookie could belong to.',
    '这个网址没有可供 Cookie 归属的主机名。',
  ),
  'domain-own-public-suffix': rfc6265bis(
    '5.7',
    '9',
    'Nothing may be shared among all the names under {domain}, so Domain is ignored: the cookie stays with this host.',
    '{domain} 之下的各个域名不能共享 Cookie，因此忽略 Domain，这个 Cookie 只属于本主机。',
  ),
  'domain-public-suffix': rfc6265bis(
    '5.7',
    '9',
    '{domain} is a public suffix: strangers own names under it. A cookie for all of them would be unsafe, so it is refused.',
    '{domain} 是公共后缀，它下面的域名属于互不相干的人。给所有人设 Cookie 不安全，因此拒绝。',
  ),
  'domain-mismatch': rfc6265bis(
    '5.7',
    '10',
    '{host} may set cookies for itself and for its parent domains. {domain} is neither.',
    '{host} 只能为自己或上级域名设置 Cookie，而 {domain} 两者都不是。',
  ),
  'domain-ip-address': rfc6265bis(
    '5.1.3',
    null,
    '{domain} is an IP address and has no subdomains. The cookie belongs to this address alone.',
    '{domain} 是 IP 地址，没有子域名，这个 Cookie 只属于这个地址。',
  ),
  'domain-default': rfc6265bis(
    '5.7',
    '10',
    'No Domain, so only {host} itself gets it back, not its subdomains.',
    '没有 Domain，只会发回给 {host} 本身，子域名收不到。',
  ),
  'secure-needs-https': rfc6265bis(
    '5.7',
    '13',
    'A Secure cookie can only be set over https, and this is plain http.',
    'Secure Cookie 只能通过 https 设置，而这里是普通的 http。',
  ),
  'loopback-is-secure': rfc6265bis(
    '5.8.3',
    '3',
    'Secure works here although this is plain http: {host} never leaves this computer, so Chromium trusts it.',
    '虽然是普通的 http，Secure 在这里仍然有效：{host} 不会离开这台电脑，Chromium 信任它。',
  ),
  'httponly-from-script': rfc6265bis(
    '5.7',
    '15',
    'A script cannot make an HttpOnly cookie. Only a server can.',
    '脚本不能创建 HttpOnly Cookie，只有服务器可以。',
  ),
  'secure-cookie-kept': rfc6265bis(
    '5.7',
    '16',
    'A Secure cookie named “{name}” is already there. Over plain http nothing may replace or hide it.',
    '已经有一个名为“{name}”的 Secure Cookie，普通的 http 不能替换或遮盖它。',
  ),
  'samesite-cross-site': rfc6265bis(
    '5.7',
    '18',
    'The request came from another site, and it was no page visit. Then only SameSite=None cookies can be set.',
    '请求来自另一个网站，而且不是打开页面。这时只能设置 SameSite=None 的 Cookie。',
  ),
  'none-needs-secure': rfc6265bis(
    '5.7',
    '19',
    'SameSite=None is only accepted together with Secure.',
    'SameSite=None 必须和 Secure 一起使用。',
  ),
  'prefix-secure': rfc6265bis(
    '5.7',
    '20',
    'A name that starts with __Secure- is a promise: the cookie must be Secure. This one is not.',
    '以 __Secure- 开头的名字是一个承诺：必须带 Secure。这个没有。',
  ),
  'prefix-host': rfc6265bis(
    '5.7',
    '21',
    'A name that starts with __Host- is a promise: Secure, Path=/ and no Domain. This one breaks it.',
    '以 __Host- 开头的名字是一个承诺：要有 Secure、Path=/，且没有 Domain。这个不符合。',
  ),
  'prefix-http': layeredCookies(
    '4.1.3.3',
    'A name that starts with __Http- is a promise: Secure and HttpOnly. This one breaks it.',
    '以 __Http- 开头的名字是一个承诺：要有 Secure 和 HttpOnly。这个不符合。',
  ),
  'prefix-host-http': layeredCookies(
    '4.1.3.4',
    'A name that starts with __Host-Http- is a promise: Secure, HttpOnly, Path=/ and no Domain. This one breaks it.',
    '以 __Host-Http- 开头的名字是一个承诺：要有 Secure、HttpOnly、Path=/，且没有 Domain。这个不符合。',
  ),
  'prefix-in-value': rfc6265bis(
    '5.7',
    '22',
    'The cookie has no name, and its value begins with {prefix}. Sent back, it would pass for a cookie with that prefix.',
    '这个 Cookie 没有名字，值却以 {prefix} 开头，发回时会冒充带这个前缀的 Cookie。',
  ),
  'partitioned-needs-secure': chips(
    '2.3',
    'Partitioned is only accepted together with Secure.',
    'Partitioned 必须和 Secure 一起使用。',
  ),
  'third-party-refused': rfc6265bis(
    '7.1',
    null,
    'It was to be set inside a page of {top}. This window is incognito, where other sites’ cookies are blocked.',
    '它是在 {top} 的页面里设置的。这是无痕窗口，会拦截第三方 Cookie。',
  ),
  'httponly-cookie-kept': rfc6265bis(
    '5.7',
    '23',
    'The cookie “{name}” is HttpOnly. A script cannot replace it.',
    '“{name}”是 HttpOnly Cookie，脚本不能替换它。',
  ),
  replaced: rfc6265bis(
    '5.7',
    '23',
    'Same name, domain and path as a cookie that was there: it takes its place and keeps its time of creation.',
    '名字、域和路径都与原有的 Cookie 相同：替换它，并沿用它的创建时间。',
  ),
  added: rfc6265bis('5.7', '24', 'It breaks no rule, so it is kept.', '符合所有规则，保存下来。'),
}
