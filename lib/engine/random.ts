/** A stream of pseudo-random numbers that depends on nothing but its label. */
export interface RandomStream {
  /** Uniform in [0, 1), 53 bits, as `Math.random` gives. */
  next(): number
  /** `length` bytes. */
  bytes(length: number): Uint8Array
}

/**
 * Makes the stream of a label. Two labels give unrelated streams, so drawing once more from one never
 * moves another: an edited program keeps the ids of exchanges that it did not touch.
 *
 * Generator: sfc32 (PractRand's small fast counter), seeded through a 128-bit FNV-like mix of the label.
 * Not a secure generator: worlds are reproducible on purpose.
 */
export function createRandom(label: string): RandomStream {
  let [a, b, c, d] = mix(label)
  const word = (): number => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let i = 0; i < 12; i++) word()
  return {
    next: () => ((word() >>> 5) * 67_108_864 + (word() >>> 6)) / 9_007_199_254_740_992,
    bytes(length) {
      const out = new Uint8Array(length)
      for (let i = 0; i < length; i += 4) {
        const value = word()
        for (let j = 0; j < 4 && i + j < length; j++) out[i + j] = value >>> (8 * j)
      }
      return out
    },
  }
}

/** Label of the stream that one process draws from during one exchange (`main` outside of any). */
export function streamLabel(seed: string, process: number, exchange: string, purpose: 'math' | 'crypto'): string {
  return `${seed}/${process}/${exchange}/${purpose}`
}

function mix(label: string): [number, number, number, number] {
  let h1 = 0x811c9dc5
  let h2 = 0x01000193
  let h3 = 0x9e3779b9
  let h4 = 0x85ebca6b
  for (let i = 0; i < label.length; i++) {
    const code = label.charCodeAt(i)
    h1 = Math.imul(h1 ^ code, 0x01000193)
    h2 = Math.imul(h2 ^ (code + h1), 0x85ebca6b)
    h3 = Math.imul(h3 ^ (code + h2), 0xc2b2ae35)
    h4 = Math.imul(h4 ^ (code + h3), 0x27d4eb2f)
  }
  return [h1 ^ (h4 >>> 15), h2 ^ (h1 >>> 13), h3 ^ (h2 >>> 16), h4 ^ (h3 >>> 11)]
}
