const utf8 = new TextEncoder()

function allUpTo(limit: number, text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > limit) return false
  return true
}

/** Whether every character stands for one octet, as in a header value that came over the wire. */
export function isOctets(text: string): boolean {
  return allUpTo(0xff, text)
}

/** Text as UTF-8 octets, one character each: what browsers store when a script or a person writes a cookie. */
export function utf8Octets(text: string): string {
  if (allUpTo(0x7f, text)) return text
  let octets = ''
  for (const octet of utf8.encode(text)) octets += String.fromCharCode(octet)
  return octets
}
