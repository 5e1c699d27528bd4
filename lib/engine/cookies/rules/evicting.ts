import { chips, cookiePriority, rfc2109, rfc6265bis } from '@/lib/engine/cookies/rules/rule'

/** Rules of making room: which cookies leave a jar that has too many. The figures are the browser's own. */
export const evictingRules = {
  'evicted-low-priority': cookiePriority(
    '3.1',
    '{site} has more than {limit} cookies, so the browser cuts them down to {kept}. Those with Priority=Low go first, and ' +
      'of them the ones that were not used for longest.',
    '{site} 的 Cookie 超过了 {limit} 个，浏览器要减到 {kept} 个。先删 Priority=Low 的，其中最久没用过的最先删。',
  ),
  'evicted-not-secure': rfc6265bis(
    '5.7',
    null,
    '{site} has more than {limit} cookies, so the browser cuts them down to {kept}. Those without Secure go before those ' +
      'with it, and of them the ones that were not used for longest.',
    '{site} 的 Cookie 超过了 {limit} 个，浏览器要减到 {kept} 个。没有 Secure 的比有 Secure 的先删，其中最久没用过的最先删。',
  ),
  'evicted-secure': rfc6265bis(
    '5.7',
    null,
    '{site} has more than {limit} cookies, so the browser cuts them down to {kept}. There were not enough others, so Secure ' +
      'ones go too, those first that were not used for longest.',
    '{site} 的 Cookie 超过了 {limit} 个，浏览器要减到 {kept} 个。别的都不够删，带 Secure 的也要删，最久没用过的最先删。',
  ),
  'evicted-partition': chips(
    '4.1',
    'On pages of {top}, {site} may keep {limit} partitioned cookies and {octets} bytes of them. That was too much, so what ' +
      'was not used for longest goes.',
    '在 {top} 的页面里，{site} 最多保存 {limit} 个分区 Cookie，共 {octets} 字节。现在超出了，最久没用过的先删。',
  ),
  'evicted-idle': rfc6265bis(
    '5.7',
    null,
    'The browser has more than {limit} cookies in all, so it cuts them down to {kept}. Only what was not used for {days} ' +
      'days goes, and what is not Secure goes first.',
    '浏览器里的 Cookie 总共超过了 {limit} 个，要减到 {kept} 个。只删 {days} 天没用过的，没有 Secure 的先删。',
  ),
  'evicted-host': rfc2109(
    '6.3',
    'This browser of 1997 keeps {limit} cookies of {host}. One more came, so the one that was not used for longest goes.',
    '这个 1997 年的浏览器只为 {host} 保存 {limit} 个 Cookie。又来了一个，最久没用过的就被删掉。',
  ),
  'evicted-total': rfc2109(
    '6.3',
    'This browser of 1997 keeps {limit} cookies in all. One more came, so the one that was not used for longest goes.',
    '这个 1997 年的浏览器总共只保存 {limit} 个 Cookie。又来了一个，最久没用过的就被删掉。',
  ),
}
