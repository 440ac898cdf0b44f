import type { FastifyReply } from 'fastify'
import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { Page, sendPage } from './page.tsx'

/** A page that says one thing in plain words, with the way back. */
export const sendNotice = (reply: FastifyReply, words: Words, title: StaffKey, text: string): FastifyReply =>
  sendPage(reply, nonce => (
    <Page words={words} title={words.staff(title)} nonce={nonce}>
      <h1>{words.staff(title)}</h1>
      <p>{text}</p>
      <p>
        <a href="/">{words.staff('backToQueue')}</a>
      </p>
    </Page>
  ))
