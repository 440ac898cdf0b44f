// One letter outside the basic set makes a text message more than twice as long, and it may arrive in pieces or not at all.

/** Languages that people write by text without their accents, and read so without a thought. */
const WITHOUT_ACCENTS: readonly string[] = ['pl']

/** Letters that no decomposition turns into their plain form. */
const STROKES: Readonly<Record<string, string>> = { ł: 'l', Ł: 'L' }

/** A text as it is sent by text message in that language. */
export const byText = (locale: string, text: string): string =>
  WITHOUT_ACCENTS.includes(locale)
    ? text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[łŁ]/g, sign => STROKES[sign] ?? sign)
    : text
