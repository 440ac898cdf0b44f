// A worker sends the summary by e-mail to the professional who referred. Only a row is written here; it leaves by the outputs.
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { whyNotSent } from '../summary/may-send.ts'
import { onceForm } from './act-routes.ts'
import type { Dependencies, ReferralMail } from './dependencies.ts'
import { awayWords } from './send-away.ts'
import type { SignedIn } from './signed-in.ts'
import { summaryOf } from './summary-of.ts'
import { writeRoute } from './write-route.tsx'

const mailForm = onceForm.extend({ address: z.string() })

export function mailRoute(app: FastifyInstance, deps: Dependencies, mail: ReferralMail): void {
  const { conversations, way } = deps
  const words = deps.wordbook.in('en')

  /** Why it was not sent; null when it was. */
  async function send(me: SignedIn, reference: string, body: unknown): Promise<string | null> {
    const form = mailForm.safeParse(body)
    if (!form.success) return words.staff('refusedForm')
    // What went is never called unsent because somebody else has the conversation by now.
    if (await mail.isKept(form.data.once)) return null
    const reached = await way.reach(me, reference, 'look')
    if (reached.kind !== 'open' || reached.listed.worker?.id !== me.staffId) return words.staff('mailNotYours')
    const { staffId } = me
    const { conversation } = reached.listed
    const address = mail.addressOf(form.data.address)
    if (!address) return words.staff('mailNotAddress')
    const opened = await way.open(me, reference, { action: 'mail' })
    if (opened.kind !== 'open') return awayWords(words, opened)
    const { listed, reading } = opened
    const why = whyNotSent(await summaryOf(deps, words, listed, reading, new Date()))
    if (why) return words.staff(`mailWhyNot-${why}`)
    const { contactDetail } = conversations.facts(reading).answers
    if (
      String(contactDetail ?? '')
        .toLowerCase()
        .includes(address.toLowerCase())
    )
      return words.staff('mailTheirs')
    const isKept = await mail.send({ id: form.data.once, conversation, staffId, address })
    return isKept ? null : words.staff('mailNotYours')
  }

  writeRoute(app, deps, {
    name: 'mail',
    form: 'mail',
    field: 'address',
    next: reference => `/c/${reference}#mailed`,
    accept: send,
    unsaved: words.staff('mailUnsaved'),
    fault: 'a worker could not send a summary'
  })
}
