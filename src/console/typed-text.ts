/** What somebody typed, as it may be stored and shown: well-formed, composed, without control characters but new lines. */
export const readText = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .toWellFormed()
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim()
    : ''
