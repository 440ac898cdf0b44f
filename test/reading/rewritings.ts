// Ways to write the same thing again: none of them changes what is meant.
export interface Rewriting {
  readonly name: string
  /** The text written so; the text itself where there is nothing to write another way. */
  readonly write: (text: string) => string
}

const SIGNS = ["'", '’', '?', '¿', ' ', '`', '´', '*', '"', '\ufffd', 'ʼ', 'â€™', '&#39;', '&rsquo;']

/** Short forms that are no other word, with the two parts an apostrophe stands between, and their full form. */
const SHORT: readonly (readonly [string, string, string])[] = [
  ...['i:m:i am', 'i:ve:i have', 'we:ve:we have', 'they:re:they are', 'they:ve:they have', 'you:re:you are'],
  ...['they:ll:they will', 'you:ll:you will', 'don:t:do not', 'doesn:t:does not', 'didn:t:did not', 'can:t:can not'],
  ...['won:t:will not', 'isn:t:is not', 'wasn:t:was not', 'hasn:t:has not', 'haven:t:have not', 'wouldn:t:would not'],
  ...['couldn:t:could not', 'aren:t:are not', 'weren:t:were not', 'that:s:that is', 'there:s:there is', 'it:s:it is']
].map(each => each.split(':') as [string, string, string])

const word = (said: string): RegExp => new RegExp(String.raw`(?<![\p{L}'’])${said}(?![\p{L}'’])`, 'giu')

/** "Hes" is he is or he has: what follows says which. */
const HAS = /^(?:got|been|had|just|taken|took|broken|hit|gone|put|locked|[a-z]+ed)$/i
const fullHe = (text: string): string =>
  text.replace(
    /(?<!\p{L})(he|she)['’]?s (\p{L}+)/giu,
    (_, who: string, next: string) => `${who} ${HAS.test(next) ? 'has' : 'is'} ${next}`
  )

const full = (text: string): string =>
  SHORT.reduce((said, [stem, end, whole]) => said.replace(word(`${stem}['’]?${end}`), whole), fullHe(text))
const short = (text: string): string =>
  SHORT.reduce((said, [stem, end, whole]) => said.replace(word(whole), `${stem}${end}`), text)
    .replace(word('cannot'), 'cant')
    .replace(word('he (?:is|has)'), 'hes')
    .replace(word('she (?:is|has)'), 'shes')
const withSign =
  (sign: string) =>
  (text: string): string =>
    [...SHORT, ['he', 's', ''], ['she', 's', '']].reduce(
      (said, [stem = '', end = '']) =>
        said.replace(word(`(${stem})['’]?(${end})`), (_, a: string, b: string) => `${a}${sign}${b}`),
      text
    )

/** Slips in words that say nothing by themselves. */
const SLIPS: readonly (readonly [string, string])[] = [
  ['because', 'becuase'],
  ['really', 'realy'],
  ['about', 'abuot'],
  ['please', 'plese'],
  ['which', 'wich'],
  ['something', 'somthing'],
  ['thanks', 'thansk'],
  ['sorry', 'sory'],
  ['probably', 'probly']
]

const every =
  (count: number, between: string) =>
  (text: string): string => {
    let seen = 0
    return text.replace(/ /g, () => {
      seen += 1
      return seen % count === 0 ? between : ' '
    })
  }

const plainly = (name: string, write: (text: string) => string): Rewriting => ({ name, write })

export const REWRITINGS: readonly Rewriting[] = [
  plainly('in full', full),
  plainly('in short', short),
  ...SIGNS.map(sign => plainly(`apostrophe ${sign}`, withSign(sign))),
  ...[' x', ' xx', ' xox', ' please', ' thanks', ' thank you x', ' 😊'].map(end =>
    plainly(`and${end}`, text => text + end)
  ),
  ...['please ', 'hi ', 'hi there, ', 'sorry '].map(start => plainly(start, text => start + text)),
  ...['\n\nSent from my iPhone', '\nSent from my Galaxy', '\n- Kim', ' - Kim', '\nKim'].map(end =>
    plainly(`signed${end.replace(/\n/g, ' ')}`, text => text + end)
  ),
  plainly('quoted', text => `"${text}"`),
  plainly('quoted, curly', text => `“${text}”`),
  plainly('starred', text => `*${text}*`),
  plainly('each word on its line', every(1, '\n')),
  plainly('every third word on a new line', every(3, '\n')),
  plainly('dots between all words', every(1, '... ')),
  plainly('dots after every second word', every(2, '... ')),
  plainly('a full stop after every fourth word', every(4, '. ')),
  plainly('capitals', text => text.toUpperCase()),
  plainly('capitals at the start of each word', text => text.replace(/(?<!\p{L})\p{L}/gu, sign => sign.toUpperCase())),
  plainly('a letter held down', text => text.replace(/(\p{L}{2})(\p{L})(?=\s|$)/u, '$1$2$2$2$2')),
  plainly('a slip', text => SLIPS.reduce((said, [right, wrong]) => said.replace(word(right), wrong), text))
]
