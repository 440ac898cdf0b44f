// One e-mail address, and nothing that could be two, or a header, or a name.

/** RFC 5321: the longest address there is. */
const LONGEST = 254
const LOCAL = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const LONGEST_LOCAL = 64
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** Whether this is the name of a domain as it stands in an address: at least two parts, in plain letters, no number of a machine. */
export function isDomain(text: string): boolean {
  const labels = text.split('.')
  return labels.length > 1 && labels.every(label => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
}

/** The address in a field, its domain in small letters; null when it is not exactly one. */
export function addressOf(text: string): string | null {
  const written = text.trim()
  const at = written.lastIndexOf('@')
  const local = written.slice(0, at)
  const domain = written.slice(at + 1).toLowerCase()
  if (at < 1 || written.length > LONGEST || local.length > LONGEST_LOCAL) return null
  return LOCAL.test(local) && isDomain(domain) ? `${local}@${domain}` : null
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

/** Whether a summary itself may go there: the domain stands in the list as it is. One below it must stand there itself. */
export const takesContent = (address: string, contentDomains: readonly string[]): boolean =>
  contentDomains.includes(domainOf(address))
