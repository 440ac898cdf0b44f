const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** A locale's language in English. A tag nobody knows is shown as it is. */
export function languageName(locale: string): string {
  try {
    return names.of(locale) ?? locale
  } catch {
    return locale
  }
}
