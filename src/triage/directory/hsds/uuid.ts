import { createHash } from 'node:crypto'

/** Always the same UUID (version 8, our own scheme) for the same name: HSDS knows rows by UUID alone, and names stay inside. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`sidedoor directory\n${name}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32)
  ].join('-')
}
