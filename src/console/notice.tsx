import type { FastifyReply } from 'fastify'
import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { Page, sendPage } from './page.tsx'

export interface Way {
  readonly to: string
  readonly label: string
}

/** A page that says one thing in plain words, with the way on: back to the queue, unless another is named. */
export const sendNotice = (reply: FastifyReply, words: Words, title: StaffKey, text: string, way?: Way): FastifyReply =>
  sendPage(reply, nonce => (
    <Page words={words} title={words.staff(title)} nonce={nonce}>
      <h1>{words.staff(title)}</h1>
      <p>{text}</p>
      <p>
        <a href={way?.to ?? '/'}>{way?.label ?? words.staff('backToQueue')}</a>
      </p>
    </Page>
  ))
