// A worker may not take this one: said in plain words, and nothing of why somebody is the partner of whom.
import type { FastifyReply } from 'fastify'
import type { Bar } from '../conversation/ports.ts'
import { CONVERSATIONS_AT_ONCE, URGENT_AT_ONCE } from '../limits.ts'
import type { StaffKey } from '../wording/keys.ts'
import type { Words } from '../wording/words.ts'
import { sendNotice } from './notice.tsx'

const WORDS = {
  partner: 'barredPartner',
  full: 'barredFull',
  fullUrgent: 'barredFullUrgent',
  pause: 'barredPause'
} as const satisfies Record<Bar, StaffKey>

export const isBar = (outcome: string): outcome is Bar => Object.hasOwn(WORDS, outcome)

/** Each sentence has room for the one number it speaks of. */
const MOST = { partner: 0, pause: 0, full: CONVERSATIONS_AT_ONCE, fullUrgent: URGENT_AT_ONCE } as const

export const barWords = (words: Words, bar: Bar): string => words.staff(WORDS[bar], { max: MOST[bar] })

export const sendBarred = (reply: FastifyReply, words: Words, bar: Bar): FastifyReply =>
  sendNotice(reply.status(409), words, 'deskTitle', barWords(words, bar))
