// A phone number as the carrier writes it, and as people do.

/** Digits as E.164: a plus, no leading zero, 7 to 15 digits. Nothing else is a phone. */
const E164 = /^\+[1-9]\d{6,14}$/

/** Whether an address is a plain phone number: no WhatsApp, no RCS, no name in letters. */
export const isPhoneNumber = (address: string): boolean => E164.test(address)

/** Whether what somebody typed is this number (E.164), written here or from abroad. */
export function isSameNumber(typed: string, number: string): boolean {
  const digits = typed.replace(/[\s().-]/g, '')
  const international = digits.replace(/^00/, '+').replace(/^0/, '+44')
  return international === number
}
