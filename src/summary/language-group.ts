// Languages as the dataset counts them: by group, because one speaker of a rare language in a district is one known person.

export const LANGUAGE_GROUPS = [
  'english',
  'easternEurope',
  'westernEurope',
  'southAsia',
  'middleEastAndCentralAsia',
  'eastAsia',
  'africa',
  'other'
] as const
export type LanguageGroup = (typeof LANGUAGE_GROUPS)[number]

const BY_LANGUAGE: Readonly<Record<Exclude<LanguageGroup, 'other'>, readonly string[]>> = {
  english: ['en'],
  easternEurope: ['pl', 'ro', 'bg', 'uk', 'ru', 'lt', 'lv', 'et', 'hu', 'cs', 'sk', 'sq', 'hr', 'sr', 'bs', 'sl', 'mk'],
  westernEurope: ['pt', 'es', 'fr', 'it', 'de', 'el', 'nl', 'ca', 'sv', 'da', 'no', 'nb', 'fi', 'ga', 'cy', 'gd'],
  southAsia: ['hi', 'ur', 'pa', 'bn', 'gu', 'ta', 'te', 'ml', 'mr', 'ne', 'si', 'kn'],
  middleEastAndCentralAsia: ['ar', 'fa', 'ps', 'ku', 'ckb', 'tr', 'he', 'az', 'kk', 'uz', 'tg', 'hy', 'ka'],
  eastAsia: ['zh', 'yue', 'ja', 'ko', 'vi', 'th', 'tl', 'fil', 'id', 'ms', 'km', 'lo', 'my'],
  africa: ['so', 'am', 'ti', 'sw', 'yo', 'ig', 'ha', 'ln', 'sn', 'zu', 'om', 'rw', 'wo', 'tw']
}

/** The group of a locale. A language nobody listed is "other". */
export function languageGroup(locale: string): LanguageGroup {
  const [language = ''] = locale.toLowerCase().split('-')
  const found = Object.entries(BY_LANGUAGE).find(([, languages]) => languages.includes(language))
  return (found?.[0] as LanguageGroup | undefined) ?? 'other'
}
