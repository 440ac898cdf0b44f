// Where Twilio takes what people write. Any address but ours is a stranger who reads it; a wrong one of ours is silence.
import type { PooledNumber, Rule, Webhook } from './account-facts.ts'

const shown = (url: string | null): string => (url ? url : 'nowhere')

/** One webhook, of the service or of a number. */
function faultsOf(whose: string, { url, method, fallbackUrl }: Webhook, wanted: string): string[] {
  const faults: string[] = []
  if (url !== wanted)
    faults.push(`${whose} takes texts to ${shown(url)}: set the address to ${wanted}, letter by letter.`)
  if (url && method.toUpperCase() !== 'POST') {
    faults.push(`${whose} sends texts by ${method}: words would stand in addresses and their logs; set HTTP POST.`)
  }
  // Ours a second time is no stranger: the same text is taken once, however often it comes.
  if (fallbackUrl && fallbackUrl !== wanted) {
    faults.push(`${whose} has the fallback address ${fallbackUrl}: people's words would go there; empty it.`)
  }
  return faults
}

function faultsOfNumber({ number, own }: PooledNumber, wanted: string): string[] {
  if (own === null) return []
  if (own.hasApplication) {
    return [`The number ${number} hands its texts to a TwiML application: set it to a webhook at ${wanted}.`]
  }
  return faultsOf(`The number ${number}`, own, wanted)
}

const inbound: Rule = ({ service, numbers }, publicUrl) => {
  const wanted = `${publicUrl}/sms/inbound`
  if (!service.defersToNumbers) return faultsOf('The messaging service', service.inbound, wanted)
  return numbers.flatMap(number => faultsOfNumber(number, wanted))
}

const status: Rule = ({ service: { statusCallback } }, publicUrl) => {
  const wanted = `${publicUrl}/sms/status`
  if (statusCallback === wanted) return []
  return [
    `The messaging service tells what became of a text to ${shown(statusCallback)}: set the address to ${wanted}.`
  ]
}

/** Twilio reaches nothing but the open internet, and what is not encrypted can be read on the way. */
const open: Rule = (_facts, publicUrl) =>
  publicUrl.startsWith('https://')
    ? []
    : [`PUBLIC_URL is ${publicUrl}, which is not encrypted: words could be read on the way; use https.`]

export const ADDRESS_RULES: readonly Rule[] = [open, inbound, status]
