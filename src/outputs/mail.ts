// The only door to nodemailer. No word leaves without TLS and a certificate that holds, whatever the server says.
import { createTransport } from 'nodemailer'
import { MAIL_PATIENCE } from '../limits.ts'
import { errorFacts, type Log } from '../log.ts'
import { domainOf } from './address.ts'
import type { Letter } from './letter.ts'
import type { MailSettings } from './settings.ts'

export interface MailServer extends Pick<MailSettings, 'smtp' | 'from'> {
  readonly log: Log
  /** Whom the server's certificate is checked against; those the system trusts unless it is given. */
  readonly ca?: string
  readonly patience?: number
}

export type Posted = 'taken' | 'again' | 'refused'

/** A server that refuses for good says so at one of these steps; at any other it is set up wrongly, which may be mended. */
const OF_THE_LETTER = ['EENVELOPE', 'EMESSAGE']
const FOR_GOOD = 500

function isForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
  return OF_THE_LETTER.includes(code ?? '') && responseCode >= FOR_GOOD
}

/**
 * Hands one letter to the server; done when the server has taken it. `id` is the delivery's: the same letter has the same
 * Message-ID however often it comes. Never throws.
 */
export async function postLetter(server: MailServer, id: string, letter: Letter): Promise<Posted> {
  const { smtp, from, log, ca, patience = MAIL_PATIENCE } = server
  const transport = createTransport({
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure,
    requireTLS: true,
    ...(smtp.auth ? { auth: { ...smtp.auth } } : {}),
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true, ...(ca ? { ca } : {}) },
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true
  })
  try {
    await transport.sendMail({
      from: { name: '', address: from },
      to: { name: '', address: letter.to },
      envelope: { from, to: [letter.to] },
      messageId: `<${id}@${domainOf(from)}>`,
      subject: letter.subject,
      text: letter.text,
      attachments: letter.attachments.map(attachment => ({ ...attachment })),
      // No out-of-office answers one: it would say who wrote.
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
    })
    return 'taken'
  } catch (error) {
    if (isForGood(error)) {
      log.error(mailFacts(error), 'a mail was refused for good')
      return 'refused'
    }
    log.warn(mailFacts(error), 'a mail could not be handed over and will be tried again')
    return 'again'
  } finally {
    transport.close()
  }
}

/** What the server answered, as a number; its words may hold the address. */
function mailFacts(error: unknown): object {
  const { responseCode } = error as { responseCode?: number }
  return { ...errorFacts(error), ...(responseCode ? { status: responseCode } : {}) }
}
