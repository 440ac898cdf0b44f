export type Direction = 'ltr' | 'rtl'

// Own table: Intl answers ltr for pa-PK, and a page in the wrong direction cannot be read by a tired person.
const RIGHT_TO_LEFT = [
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'ku-Arab',
  'pa-PK',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
  'qps-rtl'
]

/** Which way a locale is written. */
export const direction = (locale: string): Direction =>
  RIGHT_TO_LEFT.some(tag => locale === tag || locale.startsWith(`${tag}-`)) ? 'rtl' : 'ltr'
