/** One row of a hex dump: sixteen bytes. */
export interface HexRow {
  readonly offset: string
  /** `e6 ac a2`, a wider gap after eight. */
  readonly hex: string
  /** Printable ASCII; a dot for anything else. */
  readonly text: string
}

const WIDTH = 16

/** A hex dump of the first `limit` bytes. */
export function hexRows(bytes: Uint8Array, limit = 4096): readonly HexRow[] {
  const rows: HexRow[] = []
  for (let offset = 0; offset < Math.min(bytes.length, limit); offset += WIDTH) {
    const row = [...bytes.subarray(offset, Math.min(offset + WIDTH, limit))]
    const digits = row.map((byte) => byte.toString(16).padStart(2, '0'))
    rows.push({
      offset: offset.toString(16).padStart(8, '0'),
      hex: [digits.slice(0, 8).join(' '), digits.slice(8).join(' ')].filter((half) => half !== '').join('  '),
      text: row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(''),
    })
  }
  return rows
}
