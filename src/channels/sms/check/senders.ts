// Who a text is from. A name on a locked screen tells whoever picks the phone up; a number tells nothing.
import type { Rule } from './account-facts.ts'

const TAKE_OUT = 'take it out of the sender pool'

const names: Rule = ({ alphaSenders }) =>
  alphaSenders.map(name => `The pool holds the name "${name}": a phone shows it on its lock screen; ${TAKE_OUT}.`)

const channels: Rule = ({ channelSenders }) =>
  channelSenders.map(
    ({ sender, type }) =>
      `The pool holds ${sender} (${type}): such senders show a name and a picture, and are tried before SMS; ${TAKE_OUT}.`
  )

const shortCodes: Rule = ({ shortCodes }) =>
  shortCodes.map(code => `The pool holds the short code ${code}: anybody can look up whose it is; ${TAKE_OUT}.`)

const nobody: Rule = ({ numbers }) =>
  numbers.length > 0 ? [] : ['The pool holds no phone number: no text can be sent; add one long number that texts.']

const isPlain = (number: string): boolean => /^\+[1-9]\d{9,14}$/.test(number)

const odd: Rule = ({ numbers }) =>
  numbers
    .filter(({ number }) => !isPlain(number))
    .map(({ number }) => `The pool holds ${number}, which is no plain phone number; ${TAKE_OUT}.`)

/** Another number is another thread on the phone, and a second thing to explain. */
const changing: Rule = ({ numbers, service }) =>
  numbers.length > 1 && !service.stickySender
    ? ['Sticky sender is off with several numbers: one person is texted from many; switch it on.']
    : []

const trial: Rule = ({ isTrial }) =>
  isTrial ? ['The account is a trial: Twilio puts a sentence of its own before every text; upgrade the account.'] : []

const closed: Rule = ({ isActive }) =>
  isActive ? [] : ['The account is suspended or closed: no text comes or goes; settle it with Twilio.']

export const SENDER_RULES: readonly Rule[] = [closed, trial, nobody, names, channels, shortCodes, odd, changing]
