// Who waits, and who is with whom: the queue, everything live, the call-backs.
import { randomBytes, randomUUID } from 'node:crypto'
import type { PersonEvent } from '../../../src/conversation/person-event.ts'
import { agreed } from '../../console/agreed.ts'
import { answer, opening } from '../../opening.ts'
import type { OpenConsole } from './open-console.ts'
import type { PageState } from './page-state.ts'
import { NOT_NOW, NOW } from './wednesday.ts'

export const IN_DANGER = [answer('channelOk', 'yes'), answer('dangerNow', 'yes')]
const HARMS = [answer('channelOk', 'yes'), answer('dangerNow', 'no'), answer('audience', 'harmer')]

/** Somebody who was never handed over, and left. */
export async function leavesUnclaimed({ product: { conversations } }: OpenConsole): Promise<string> {
  const id = await conversations.begin({ channel: 'web', locale: 'en', access: randomBytes(32), peer: null })
  const said: readonly PersonEvent[] = [...opening(), answer('wantsNow', 'questions'), { type: 'leave' }]
  for (const event of said) await conversations.receive({ conversation: id, messageId: randomUUID(), event })
  return (await conversations.read(id))?.conversation.reference ?? ''
}

export const QUEUE_PAGES: readonly PageState[] = [
  {
    route: 'GET /',
    state: 'the queue, not signed in',
    async show({ on }) {
      const page = await on.page()
      await on.go(page, '/')
      return page
    }
  },
  {
    route: 'GET /',
    state: 'the queue, nobody there',
    async show({ on, kim }) {
      await on.go(kim.page, '/')
      return kim.page
    }
  },
  {
    route: 'GET /',
    state: 'the queue, every group of it',
    isFull: true,
    async show({ on, robin, kim }) {
      const { conversations } = on.product
      await on.asks()
      await on.asks(...IN_DANGER)
      await on.asks(...HARMS)
      await on.with(kim)
      await on.with(robin)
      const handed = await on.with(robin)
      await conversations.tend(handed.id, { type: 'TRANSFER', by: robin, to: kim }, randomUUID())
      const gone = await on.with(kim)
      await gone.does({ type: 'leave' })
      await leavesUnclaimed(on)
      await on.go(kim.page, '/')
      return kim.page
    }
  },
  {
    route: 'GET /',
    state: 'the queue, a partner of theirs, away and in a pause',
    async show({ on, kim }) {
      const theirs = await on.with(kim)
      const other = await on.asks(...HARMS)
      await on.product.staff.linkPartners(
        { staffId: kim.id, action: 'partner_link', conversation: theirs.id },
        other.id
      )
      const urgent = await on.with(kim, ...IN_DANGER)
      await on.product.conversations.close(urgent.id, kim, randomUUID(), [])
      await on.go(kim.page, '/')
      await kim.page.locator('form[action="/available"] button').click()
      await kim.page.locator('main > .complaint').waitFor()
      return kim.page
    }
  },
  {
    route: 'GET /live',
    state: 'everything live, nobody there',
    async show({ on, robin }) {
      await on.go(robin.page, '/live')
      return robin.page
    }
  },
  {
    route: 'GET /live',
    state: 'everything live',
    isFull: true,
    async show({ on, robin, kim }) {
      await on.with(kim)
      await on.asks(...IN_DANGER)
      await on.go(robin.page, '/live')
      return robin.page
    }
  },
  {
    route: 'GET /call-backs',
    state: 'call-backs, none',
    async show({ on, kim }) {
      await on.go(kim.page, '/call-backs')
      return kim.page
    }
  },
  {
    route: 'GET /call-backs',
    state: 'call-backs, one now and one later',
    isFull: true,
    async show({ on, kim }) {
      await agreed(on.product, { times: [NOW], voicemail: 'yes' })
      await agreed(on.product, { times: [NOT_NOW] })
      await on.go(kim.page, '/call-backs')
      return kim.page
    }
  }
]
