// A phone number as the carrier writes it, and as people do. This is the one place where two of them are held together.
import { plain } from '../reading/fold.ts'

/** Digits as E.164: a plus, no leading zero, 7 to 15 digits. Nothing else is a phone. */
const E164 = /^\+[1-9]\d{6,14}$/

/** Whether an address is a plain phone number: no WhatsApp, no RCS, no name in letters. */
export const isPhoneNumber = (address: string): boolean => E164.test(address)

const COURTESY = /^(?:(?:hi|please|pls)\s+)+|(?:[\s.,!]+(?:please|pls|thanks|thank you|ta|cheers|x+))+$/g
/** What may stand before a number that is their own. Anybody else's ("mum", "his") is not theirs, and no time may stand behind. */
const BEFORE =
  /^(?:(?:it is|its|it 's|my|the|this|safe|number|numer|nr|mobile|phone|cell|is|on|to|text|sms|call|ring|use|me|moj)[\s:]+)+(?=[+(\d])/
/** The phone they write from, in words. Polish beside English: the person's language is not known where this is asked. */
const THIS = new RegExp(
  `^(?:(?:text|sms|call|ring|use|just|on|to|me|yes|it is|its|it 's|is)\\s+)*(?:${[
    '(?:this|the same|same|ten|ten sam)\\s+(?:number|one|phone|mobile|numer|telefon)',
    '(?:the |this )?(?:number|one|phone|mobile)\\s+(?:that |which )?(?:i am|im)\\s+(?:texting|writing|messaging|using|on)(?:\\s+(?:you|from|on|with|now))*',
    '(?:numer|ten)\\s+z (?:ktorego|tego) pisze'
  ].join('|')})(?:\\s+(?:is )?(?:fine|ok|okay|safe|best|now))?$`
)

/** What somebody typed as the number alone, in E.164; the text as it is where it is more than a number. */
function asNumber(typed: string): string {
  const digits = typed.replace(BEFORE, '').replace(/[\s().\-\u2010-\u2015/]/g, '')
  return digits
    .replace(/^00/, '+')
    .replace(/^\+440/, '+44')
    .replace(/^0/, '+44')
}

/**
 * Whether what somebody typed is this number (E.164), written here or from abroad, or says in words that it is the phone
 * they write from. In doubt it is not: then nobody is written to.
 */
export function isSameNumber(typed: string, number: string): boolean {
  const said = plain(typed)
    .trim()
    .replace(COURTESY, '')
    .replace(/[.!]+$/, '')
    .trim()
  return THIS.test(said.replace(/\s+/g, ' ')) || asNumber(said) === number
}
