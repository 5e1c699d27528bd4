const V4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/

export function isIPv4(text: string): boolean {
  return V4.test(text)
}

export function isIPv6(text: string): boolean {
  return text.includes(':') && URL.canParse(`http://[${text}]/`)
}

/** 4, 6 or 0, as Node's `net.isIP`. */
export function isIP(text: string): 0 | 4 | 6 {
  return isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0
}
