/** CRC-32 (IEEE 802.3, as in zip and PNG), eight bytes at a time. */

// "Slicing by 8": M. Kounavis, F. Berry, "A Systematic Approach to Building High Performance Software-based CRC Generators", 2005.
const tables = makeTables()

/** The CRC-32 of `bytes` from `start` to `end`; `seed` is the CRC of the preceding bytes. */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length, seed = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables
  let crc = ~seed
  let i = start
  for (; i + 8 <= end; i += 8) {
    crc ^= bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24)
    crc =
      t7[crc & 0xff] ^
      t6[(crc >>> 8) & 0xff] ^
      t5[(crc >>> 16) & 0xff] ^
      t4[crc >>> 24] ^
      t3[bytes[i + 4]] ^
      t2[bytes[i + 5]] ^
      t1[bytes[i + 6]] ^
      t0[bytes[i + 7]]
  }
  for (; i < end; i++) crc = t0[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8)
  return ~crc >>> 0
}

function makeTables(): Uint32Array[] {
  const first = new Uint32Array(256)
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    first[n] = c
  }
  const all = [first]
  for (let k = 1; k < 8; k++) {
    const previous = all[k - 1]
    all.push(previous.map(c => first[c & 0xff] ^ (c >>> 8)))
  }
  return all
}
