import { SOURCE_LOCALE } from '../../wording/folder.ts'

/** The first language of the browser's list that we have, by its exact tag or its language alone. */
export function preferredLocale(header: string | undefined, locales: readonly string[]): string {
  const wanted = (header ?? '')
    .split(',')
    .map(part => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/)
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .sort((a, b) => b.quality - a.quality)
  for (const { tag, quality } of wanted) {
    const found = locales.find(locale => locale.toLowerCase() === tag || locale.toLowerCase() === tag.split('-')[0])
    if (found && quality > 0) return found
  }
  return SOURCE_LOCALE
}
