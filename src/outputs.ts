// Webhooks and mail, wired: part of main, which alone knows everybody. Loaded only where one of them is set.
import type { ReferralMail } from './console/dependencies.ts'
import { summaryOf } from './console/summary-of.ts'
import type { Log } from './log.ts'
import { addressOf } from './outputs/address.ts'
import { fingerprintIn } from './outputs/fingerprint.ts'
import { auditorsLetter, type Letter, onCallLetter, referralLetter } from './outputs/letter.ts'
import { type MailServer, postLetter } from './outputs/mail.ts'
import type { Resolve } from './outputs/reach.ts'
import type { MailSettings, OutputSettings } from './outputs/settings.ts'
import { sendWebhook } from './outputs/webhook.ts'
import type { Product } from './product.ts'
import { deliverNext, type Outcome, type Outgoing, type Sender } from './store/deliveries-out.ts'
import type { Listed } from './store/desk-list.ts'
import { type Loop, runJobs } from './store/jobs.ts'
import { addReferral, isReferral, referralsOf } from './store/referral-mail.ts'

interface Outputs {
  /** For the console; null where there is no mail. */
  readonly mail: ReferralMail | null
  stop(): Promise<void>
}

/** What only tests exchange. */
export interface Edges {
  readonly ca?: string
  readonly resolve?: Resolve
  readonly patience?: number
}

const POSTED = { again: { kind: 'again' }, refused: { kind: 'refused', said: 'refused' } } as const

/** Everything that sends, without the clock that makes it. */
export function sendersOf(product: Product, settings: OutputSettings, log: Log, edges: Edges = {}): Sender[] {
  const { staffUrl, webhook, mail } = settings
  const senders: Sender[] = []
  if (webhook) {
    const receiver = { ...webhook, staffUrl, log, ...edges }
    senders.push({
      ways: ['webhook'],
      send: outgoing => sendWebhook(receiver, outgoing),
      gaveUp: () => log.error('a webhook was given up: the receiver took it at none of its tries')
    })
  }
  if (mail) {
    const server: MailServer = { ...mail, log, ...edges }
    senders.push({
      ways: ['onCall', 'referral', 'auditors'],
      send: outgoing => sendMail(product, mail, server, staffUrl, outgoing),
      gaveUp: () => log.error('a mail was given up: the server took it at none of its tries')
    })
  }
  return senders
}

/** Not once somebody has them, or they have gone: then nobody need be woken. */
const isWaiting = (listed: Listed | null): boolean => listed?.status === 'open' && !listed.worker

/** Who left at risk: not once a supervisor has decided; where there is nothing to decide, once somebody on duty has opened it. */
async function leftAlone({ staff }: Product, reference: string, now: Date): Promise<boolean> {
  const item = await staff.unclaimedByReference(reference, now)
  if (!item) return false
  return item.emergency ? item.emergency.kind === 'open' : !item.isLookedAt
}

async function sendMail(
  product: Product,
  settings: MailSettings,
  server: MailServer,
  staffUrl: string,
  outgoing: Outgoing
): Promise<Outcome> {
  const words = product.wordbook.in('en')
  const { reference, conversation, recipient } = outgoing
  const now = new Date()
  const post = async (letter: Letter, said: string): Promise<Outcome> => {
    const posted = await postLetter(server, outgoing.id, letter)
    return posted === 'taken' ? { kind: 'sent', said } : POSTED[posted]
  }
  const record = fingerprintIn(outgoing.kind, reference)
  if (record) {
    if (!settings.auditors) return { kind: 'withheld', said: 'over' }
    return post(auditorsLetter(settings.auditors, record, outgoing.at, { words, staffUrl }), 'notice')
  }
  const listed = await product.staff.byReference(reference, now)
  if (outgoing.way === 'onCall') {
    const isNeeded = outgoing.kind === 'left.at_risk' ? await leftAlone(product, reference, now) : isWaiting(listed)
    if (!settings.onCall || !isNeeded) return { kind: 'withheld', said: 'over' }
    return post(onCallLetter(settings.onCall, reference, outgoing.kind, { words, staffUrl }), 'notice')
  }
  const reading = listed && (await product.conversations.read(conversation))
  const summary = listed && reading && (await summaryOf(product, words, listed, reading, now))
  const { contentDomains } = settings
  const written = await referralLetter(recipient ?? '', reference, summary, { words, staffUrl, contentDomains })
  return written.kind === 'letter' ? post(written.letter, written.said) : written
}

/** A loop each, so that a receiver that hangs holds up no mail. */
export function startOutputs(product: Product, settings: OutputSettings, log: Log, edges: Edges = {}): Outputs {
  const { connection, vault } = product
  const loops: Loop[] = sendersOf(product, settings, log, edges).map(sender =>
    runJobs(
      [{ name: sender.ways.join(' '), run: () => deliverNext(connection, vault, sender, () => new Date()) }],
      (job, error) => log.error({ job, error }, 'a job failed and will be tried again')
    )
  )
  const wake = () => {
    for (const loop of loops) loop.wake()
  }
  return {
    mail: settings.mail && {
      contentDomains: settings.mail.contentDomains,
      addressOf,
      async send(mail) {
        const isAdded = await addReferral(connection, vault, mail, new Date())
        wake()
        return isAdded
      },
      isKept: id => isReferral(connection, id),
      sentOf: conversation => referralsOf(connection, vault, conversation)
    },
    async stop() {
      await Promise.all(loops.map(loop => loop.stop()))
    }
  }
}
