// A web font as the plain font inside it. The PDF library reads .woff too, but fails on letters made of parts (an accent on a letter).
import { inflateSync } from 'node:zlib'

const WOFF_SIGNATURE = 0x774f4646
const WOFF_HEADER = 44
const WOFF_ENTRY = 20
const FONT_HEADER = 12
const FONT_ENTRY = 16
/** Tables of a font begin at a multiple of this many bytes. */
const ALIGNED = 4

interface Table {
  readonly tag: number
  readonly checksum: number
  readonly data: Buffer
}

function tablesOf(woff: Buffer): Table[] {
  const count = woff.readUInt16BE(12)
  return Array.from({ length: count }, (_, index) => {
    const at = WOFF_HEADER + index * WOFF_ENTRY
    const [offset, packed, whole] = [4, 8, 12].map(field => woff.readUInt32BE(at + field)) as [number, number, number]
    const bytes = woff.subarray(offset, offset + packed)
    const data = packed < whole ? inflateSync(bytes) : bytes
    return { tag: woff.readUInt32BE(at), checksum: woff.readUInt32BE(at + 16), data }
  })
}

/** The header of a font: how many tables there are, and the numbers a binary search over them starts from. */
function headerOf(flavour: number, count: number): Buffer {
  const header = Buffer.alloc(FONT_HEADER + count * FONT_ENTRY)
  const doublings = Math.floor(Math.log2(count))
  const searched = 2 ** doublings * FONT_ENTRY
  header.writeUInt32BE(flavour, 0)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(searched, 6)
  header.writeUInt16BE(doublings, 8)
  header.writeUInt16BE(count * FONT_ENTRY - searched, 10)
  return header
}

/** The TrueType font inside a WOFF 1.0 file. Throws when it is not one. */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== WOFF_SIGNATURE) throw new Error('not a WOFF 1.0 font')
  const tables = tablesOf(woff)
  const header = headerOf(woff.readUInt32BE(4), tables.length)
  const parts = [header]
  let offset = header.length
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = FONT_HEADER + index * FONT_ENTRY
    for (const [field, value] of [tag, checksum, offset, data.length].entries()) {
      header.writeUInt32BE(value, at + field * 4)
    }
    const padding = Buffer.alloc((ALIGNED - (data.length % ALIGNED)) % ALIGNED)
    parts.push(data, padding)
    offset += data.length + padding.length
  }
  return Buffer.concat(parts)
}
