// What the person's page is given by main, and what its routes share.
import type { AddressOf } from '../../client-address.ts'
import type { Pace } from '../../client-pace.ts'
import type { Conversations, Received } from '../../conversation/conversations.ts'
import type { Inbound } from '../../conversation/person-event.ts'
import type { Bell } from '../../conversation/ports.ts'
import type { Log } from '../../log.ts'
import type { Wordbook } from '../../wording/wordbook.ts'
import type { Assets } from './assets.ts'
import type { Drafts } from './drafts.ts'
import type { FairQueue } from './fair-queue.ts'
import type { Streams } from './live.ts'
import type { Seldom } from './seldom.ts'

export interface WebDeps {
  readonly conversations: Conversations
  /** Every turn of a person goes through here. */
  readonly hub: { turn(channel: 'web', inbound: Inbound): Promise<Received> }
  readonly bell: Bell
  readonly wordbook: Wordbook
  /** Seals cookies: at least 32 bytes, the same on every process that serves this origin. */
  readonly key: Buffer
  /** Where the exit goes. */
  readonly exitUrl: string
  readonly log: Log
  /** Whose address a request has, for the paces; without it, of whoever is connected. */
  readonly addressOf?: AddressOf
}

export interface WebRoom extends WebDeps {
  readonly addressOf: AddressOf
  readonly assets: Assets
  readonly streams: Streams
  /** Of new conversations. */
  readonly pace: Pace
  /** Of words said to come back. */
  readonly returnPace: Pace
  /** Of telling that the person writes. */
  readonly writingPace: Seldom
  /** Of the same words, for their turn to be compared. */
  readonly returnQueue: FairQueue
  readonly drafts: Drafts
}
